import type { DeclaredKind } from '../declare/index.ts';
import type { AppDeclaration, Declaration, Declarations, TenantDeclaration } from '../model/types.ts';
import type { CheckedDeclaration } from './declared-value.ts';

/** An app that stands in its tenant's `apps` is a declaration like one of `defineApp`. */
function appsOf(tenant: Declaration<TenantDeclaration>): readonly Declaration<AppDeclaration>[] {
  const { value, module, export: exported } = tenant;
  return (value.apps ?? []).map((app, index) => {
    const symbol = `${value.name}/${app.name}`;
    const at = (pointer: string) => ({ ...tenant.at(`/apps/${index}${pointer}`), symbol });
    return { value: { ...app, tenant: app.tenant ?? value.name }, declared: at(''), module, export: exported, at };
  });
}

/** Sorted by kind; the schema of the kind has been passed, which is what the cast says. */
export function declarationsOf(checked: readonly CheckedDeclaration[]): Declarations {
  function ofKind<Value>(kind: DeclaredKind): readonly Declaration<Value>[] {
    return checked.filter((one) => one.kind === kind) as unknown as readonly Declaration<Value>[];
  }
  const tenants = ofKind<TenantDeclaration>('tenant');
  return {
    environments: ofKind('environment'),
    clusters: ofKind('cluster'),
    components: ofKind('component'),
    baselines: ofKind('baseline'),
    appKinds: ofKind('app-kind'),
    tenants,
    apps: [...tenants.flatMap(appsOf), ...ofKind<AppDeclaration>('app')],
    releases: ofKind('release'),
    images: ofKind('images'),
    rules: ofKind('rule'),
    admissionRules: ofKind('admission-rule'),
    waivers: ofKind('waiver'),
    outside: ofKind('outside'),
    policies: ofKind('policy'),
  };
}
