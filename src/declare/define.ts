import type { z } from 'zod';
import type {
  AdmissionRuleDeclaration,
  AppDeclaration,
  AppKindDeclaration,
  ClusterDeclaration,
  EnvironmentDeclaration,
  OutsideDeclaration,
  TenantDeclaration,
} from '../model/types.ts';
import type {
  AppKindDefinition,
  BaselineDefinition,
  ComponentDefinition,
  OwnRule,
  PolicyDefinition,
  WaiverDefinition,
} from './author-types.ts';
import { record, type Defined } from './defined.ts';
import { parseSpec } from './parse-spec.ts';

/**
 * The calls that declare. Each returns at once and checks nothing: `keelson` reports the errors of all files together.
 * The result must be exported, usually as the default export.
 */

/** A tenant or an organisation unit: `tenants/<name>.ts`. */
export function defineTenant(tenant: TenantDeclaration): Defined<'tenant', TenantDeclaration> {
  return record('tenant', tenant, defineTenant);
}

/** An app beside the tenant's `apps` field: in `tenants/<tenant>.ts` or a file below `tenants/<tenant>/`. */
export function defineApp(app: AppDeclaration): Defined<'app', AppDeclaration> {
  return record('app', app, defineApp);
}

/** `environments/<name>/environment.ts`. */
export function defineEnvironment(environment: EnvironmentDeclaration): Defined<'environment', EnvironmentDeclaration> {
  return record('environment', environment, defineEnvironment);
}

/** `environments/<environment>/<name>.ts`. */
export function defineCluster(cluster: ClusterDeclaration): Defined<'cluster', ClusterDeclaration> {
  return record('cluster', cluster, defineCluster);
}

/** A platform component: `platform/<name>/component.ts`. */
export function defineComponent(component: ComponentDefinition): Defined<'component', ComponentDefinition> {
  return record('component', component, defineComponent);
}

/** What every tenant gets on every cluster: `platform/baseline.ts`. */
export function defineBaseline(baseline: BaselineDefinition): Defined<'baseline', BaselineDefinition> {
  return record('baseline', baseline, defineBaseline);
}

/** A kind of app that tenants may name: `platform/apps/<name>.ts`. `input.app.spec` is typed by `schema`. */
export function defineAppKind<Schema extends z.ZodType>(
  kind: AppKindDefinition<Schema>,
): Defined<'app-kind', AppKindDefinition<Schema> & Pick<AppKindDeclaration, 'parse'>> {
  const parse: AppKindDeclaration['parse'] = (spec) => parseSpec(kind.schema, spec);
  return record('app-kind', Object.assign({}, kind, { parse }), defineAppKind);
}

/** A rule of the organisation's own, about an object (`check`) or about all objects of a cluster (`checkSet`): `platform/policy/`. */
export function defineRule<Rule extends OwnRule>(rule: Rule): Defined<'rule', Rule> {
  return record('rule', rule, defineRule);
}

/** A rule in CEL, evaluated here and by the cluster: `platform/policy/`. */
export function defineAdmissionRule(
  rule: AdmissionRuleDeclaration,
): Defined<'admission-rule', AdmissionRuleDeclaration> {
  return record('admission-rule', rule, defineAdmissionRule);
}

/** An exception from a rule, with a reason, an owner and a last day: `platform/policy/`. */
export function defineWaiver(waiver: WaiverDefinition): Defined<'waiver', WaiverDefinition> {
  return record('waiver', waiver, defineWaiver);
}

/** What is on clusters though nothing here renders it: `platform/policy/`. */
export function defineOutside(outside: OutsideDeclaration): Defined<'outside', OutsideDeclaration> {
  return record('outside', outside, defineOutside);
}

/** Severities and options of rules: `platform/policy/`. */
export function definePolicy(policy: PolicyDefinition): Defined<'policy', PolicyDefinition> {
  return record('policy', policy, definePolicy);
}
