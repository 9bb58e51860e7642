import type { Finding, UnitRef } from '../../kernel/index.ts';
import type { WaiverScope } from '../../model/types.ts';

/** Whether the scope names what it is for: for all of an environment, or for everything, nobody can answer. */
export function isNarrow({ unit, tenant, component, object }: WaiverScope): boolean {
  return [unit, tenant, component, object].some((part) => part !== undefined);
}

export function coversUnit(scope: WaiverScope, unit: UnitRef): boolean {
  const { environment, cluster, tenant, component } = scope;
  return (
    fits(environment, unit.environment) &&
    fits(cluster, unit.cluster) &&
    fits(tenant, unit.tenant) &&
    fits(component, unit.kind === 'component' ? unit.name : undefined) &&
    fits(scope.unit, `${unit.owner}/${unit.name}`)
  );
}

export function coversFinding(scope: WaiverScope, { unit, object, container, pointer }: Finding): boolean {
  if (unit === undefined || !coversUnit(scope, unit)) return false;
  const wanted = scope.object;
  if (wanted !== undefined) {
    if (object === undefined || wanted.kind !== `${object.group}/${object.kind}` || wanted.name !== object.name)
      return false;
    if (!fits(wanted.namespace, object.namespace)) return false;
  }
  if (!fits(scope.container, container)) return false;
  return scope.pointer === undefined || pointer === scope.pointer || pointer?.startsWith(`${scope.pointer}/`) === true;
}

function fits(wanted: string | undefined, seen: string | undefined): boolean {
  return wanted === undefined || wanted === seen;
}

/** For messages: `unit payments/checkout in environment prod`. */
export function formatScope(scope: WaiverScope): string {
  const { environment, cluster, tenant, component, unit, object, container, pointer } = scope;
  const what = [
    unit === undefined ? [] : [`unit ${unit}`],
    component === undefined ? [] : [`component ${component}`],
    tenant === undefined ? [] : [`tenant ${tenant}`],
    object === undefined
      ? []
      : [`${object.kind} ${object.namespace === undefined ? '' : `${object.namespace}/`}${object.name}`],
    container === undefined ? [] : [`container ${container}`],
    pointer === undefined ? [] : [`field ${pointer}`],
  ].flat();
  const where = [
    environment === undefined ? [] : [`environment ${environment}`],
    cluster === undefined ? [] : [`cluster ${cluster}`],
  ].flat();
  return [what.join(', '), where.length === 0 ? '' : `in ${where.join(', ')}`].filter((part) => part !== '').join(' ');
}
