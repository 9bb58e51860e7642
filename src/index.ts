/** The public API: what declarations import from `keelson`. */
export {
  defineAdmissionRule,
  defineApp,
  defineAppKind,
  defineBaseline,
  defineCluster,
  defineComponent,
  defineEnvironment,
  defineOutside,
  definePolicy,
  defineRule,
  defineTenant,
  defineWaiver,
  z,
} from './declare/index.ts';
export type {
  AppKindDefinition,
  AppKindInput,
  BaselineDefinition,
  ComponentDefinition,
  Defined,
  OwnObjectRule,
  OwnRule,
  OwnSetRule,
  PolicyDefinition,
  WaiverDefinition,
} from './declare/index.ts';
export type * from './model/types.ts';
export type { JsonObject, JsonValue } from './kernel/index.ts';
export * from './constructs/index.ts';
/** Where both have the name, the wider one: a tenant's placement knows labels alone. */
export type { LabelSelector } from './constructs/index.ts';
/** What rules of an organisation's own are written with. */
export {
  containersOf,
  formatSelector,
  hasUserNamespace,
  isMapping,
  isWindows,
  podOf,
  securityContextsOf,
  selects,
  step,
} from './analysis/index.ts';
export type {
  ClusterFacts,
  Manifest,
  PlacedContainer,
  PlacedContext,
  PodView,
  SetObject,
  World,
} from './analysis/index.ts';
export type { LeaveOut, ObjectView, Problem, ReportOn, ReportProblem, RuleKinds, Target } from './validate/index.ts';
export { testRule } from './testing/index.ts';
export type { RuleCase, RuleCases, RuleFailure } from './testing/index.ts';
