import type { Declared, UserError } from '../kernel/index.ts';
import type {
  ClusterDeclaration,
  EnvironmentDeclaration,
  ImagesDeclaration,
  ReleaseDeclaration,
} from './environment-declarations.ts';
import type { AppKindDeclaration, BaselineDeclaration, ComponentDeclaration } from './platform-declarations.ts';
import type {
  AdmissionRuleDeclaration,
  OutsideDeclaration,
  PolicyDeclaration,
  RuleDeclaration,
  WaiverDeclaration,
} from './policy-declarations.ts';
import type { AppDeclaration, TenantDeclaration } from './tenant-declarations.ts';

export type * from './environment-declarations.ts';
export type * from './platform-declarations.ts';
export type * from './policy-declarations.ts';
export type * from './tenant-declarations.ts';

/**
 * One `define*` call (or one YAML file) as `load` found it. `value` has passed its schema but nothing is defaulted,
 * inherited or resolved yet.
 */
export interface Declaration<Value> {
  readonly value: Value;
  /** Where the call stands; `symbol` as in `payments`, `payments/checkout`, `component/cert-manager`. */
  readonly declared: Declared;
  /** Repo-relative file, also the key of the module in the bundle. */
  readonly module: string;
  /** The export that holds it: `default`, `checkout`...; for YAML `yaml`. */
  readonly export: string;
  /** The place of a field, for errors: `at('/quota/class')`. Falls back to the nearest known parent, then to `declared`. */
  at(pointer: string): Declared;
}

/** Everything that `platform/`, `tenants/` and `environments/` say. The noun between `load` and `model`. */
export interface Declarations {
  readonly environments: readonly Declaration<EnvironmentDeclaration>[];
  readonly clusters: readonly Declaration<ClusterDeclaration>[];
  readonly components: readonly Declaration<ComponentDeclaration>[];
  readonly baselines: readonly Declaration<BaselineDeclaration>[];
  readonly appKinds: readonly Declaration<AppKindDeclaration>[];
  /** Organisation units too: tenants of type `org-unit`. */
  readonly tenants: readonly Declaration<TenantDeclaration>[];
  /** Apps of the tenants' `apps` fields and those of `defineApp`, `tenant` filled in. */
  readonly apps: readonly Declaration<AppDeclaration>[];
  readonly releases: readonly Declaration<ReleaseDeclaration>[];
  readonly images: readonly Declaration<ImagesDeclaration>[];
  readonly rules: readonly Declaration<RuleDeclaration>[];
  readonly admissionRules: readonly Declaration<AdmissionRuleDeclaration>[];
  readonly waivers: readonly Declaration<WaiverDeclaration>[];
  readonly outside: readonly Declaration<OutsideDeclaration>[];
  readonly policies: readonly Declaration<PolicyDeclaration>[];
}

/** What `load` hands over: either all is well, or every error of every file. */
export interface Loaded {
  readonly declarations: Declarations;
  readonly errors: readonly UserError[];
}
