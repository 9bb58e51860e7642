/** The public API: what declarations import from `keelson`. */
export {
  defineApp,
  defineAppKind,
  defineBaseline,
  defineCluster,
  defineComponent,
  defineEnvironment,
  defineTenant,
  z,
} from './declare/index.ts';
export type {
  AppKindDefinition,
  AppKindInput,
  BaselineDefinition,
  ComponentDefinition,
  Defined,
} from './declare/index.ts';
export type * from './model/types.ts';
export type { JsonObject, JsonValue } from './kernel/index.ts';
export * from './constructs/index.ts';
/** Where both have the name, the wider one: a tenant's placement knows labels alone. */
export type { LabelSelector } from './constructs/index.ts';
