import { formatObject, UserError } from '../kernel/index.ts';
import type { Unit } from '../model/types.ts';
import type { RenderedObject } from '../rendered/index.ts';
import type { UserCode } from './frames.ts';

/**
 * A tenant's units stay inside the tenant: an app makes no cluster-scoped object (its AppProject would refuse it), and neither
 * app nor baseline makes an object in, or a Namespace of, another name than the tenant's namespaces.
 */
export function checkPlacement(unit: Unit, objects: readonly RenderedObject[], code: UserCode): readonly UserError[] {
  const { input } = unit;
  if (!('tenant' in input)) return [];
  const own = input.tenant.namespaces;
  const errors: UserError[] = [];
  for (const { ref, provenance } of objects) {
    const report = (fields: { code: string; text: string; hint: string }): void => {
      errors.push(
        new UserError({
          code: fields.code,
          message: `${unit.ref.id}: ${fields.text} (construct ${provenance.constructPath})`,
          hint: fields.hint,
          location: (provenance.frame === undefined ? undefined : code.locate(provenance.frame)) ?? unit.declared,
        }),
      );
    };
    const namespace = ref.kind === 'Namespace' && ref.group === '' ? ref.name : ref.namespace;
    if (ref.namespace === undefined && 'app' in input) {
      report({
        code: 'cluster-scoped-in-app',
        text: `an app may not make ${formatObject(ref)}, which is cluster-scoped`,
        hint: 'Make it in a component or in the tenant baseline.',
      });
    } else if (namespace !== undefined && !own.includes(namespace)) {
      report({
        code: 'foreign-namespace',
        text: `${formatObject(ref)} lies outside the namespaces of tenant ${input.tenant.name}`,
        hint: `Allowed here: ${own.join(', ')}.`,
      });
    }
  }
  return errors;
}
