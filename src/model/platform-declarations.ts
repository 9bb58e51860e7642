import type { Construct } from 'constructs';
import type { JsonObject } from '../kernel/index.ts';
import type { AppInput, ComponentInput, TenantInput } from './unit-input.ts';
import type { Cluster, Environment } from './fleet.ts';
import type { OutsideObject } from './policy-declarations.ts';

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
}

export interface ChartSource {
  /** HTTP(S) repository URL, or the registry path of an OCI chart without `oci://`. */
  readonly repository: string;
  readonly chart: string;
  /** Exact version; ranges are refused. */
  readonly version: string;
  readonly releaseName?: string;
  readonly values?: JsonObject;
}

export interface CapabilityRequirement {
  readonly capability: string;
  readonly optional?: boolean;
}

/** What `outputs`, `charts` and `appliesTo` of a component see: no capability of others for `outputs`. */
export interface ComponentFacts {
  readonly environment: Environment;
  readonly cluster: Cluster;
}

/** What constructs are made in. A type only: the model loads neither constructs nor cdk8s. */
export type Scope = Construct;

export interface CustomKind {
  readonly group: string;
  readonly kind: string;
}

export interface ComponentDeclaration {
  /** DNS label. */
  readonly name: string;
  readonly category: string;
  readonly description: string;
  /** Team that answers for it. */
  readonly owner: string;
  readonly lifecycle: {
    readonly stage: 'experimental' | 'beta' | 'ga' | 'deprecated' | 'retired';
    readonly since?: string;
    readonly replacedBy?: string;
    readonly retireAfter?: string;
  };
  readonly license?: string;
  /** Minor versions of Kubernetes that it runs on, both included: `{ from: '1.30', to: '1.36' }`. */
  readonly kubernetes?: { readonly from?: string; readonly to?: string };
  /** Namespace of its objects; default: its name. */
  readonly namespace?: string;
  /** Which clusters get it; default: every cluster. `clusters[].components` adds and removes. */
  readonly placement?: { readonly clusterSelector?: LabelSelector; readonly hubOnly?: boolean };
  readonly requires?: readonly CapabilityRequirement[];
  /** Capability names. */
  readonly provides?: readonly string[];
  /** Components or capabilities that may not be on the same cluster. */
  readonly conflicts?: readonly string[];
  /** Custom kinds whose CRDs it brings (by its chart, too). */
  readonly crds?: readonly CustomKind[];
  readonly ignoreDifferences?: readonly JsonObject[];
  /** What its chart brings that others refer to. */
  readonly outside?: readonly OutsideObject[];
  /** First commit of a removal: `cascade` lets Argo CD delete what it delivered once the component is gone from the repository. */
  readonly deletion?: 'retain' | 'cascade';
  /** For each provided capability, what those who require it get to see. Pure. */
  outputs?(facts: ComponentFacts): Readonly<Record<string, JsonObject>>;
  /** The upstream charts that come as chart sources of its Application (at most one for now). Pure. */
  charts?(input: ComponentInput): readonly ChartSource[];
  /** Its objects. Sees only `input`. Left out: the unit is the chart alone. */
  build?(scope: Scope, input: ComponentInput): void;
  /** Objects that it contributes to each tenant's baseline unit on its cluster. */
  contribute?(scope: Scope, input: TenantInput): void;
}

/** `platform/baseline.ts`: what every tenant gets on every cluster where it is placed. */
export interface BaselineDeclaration {
  readonly requires?: readonly CapabilityRequirement[];
  /** Named quota classes: ResourceQuota `hard` and LimitRange container facts. */
  readonly quotaClasses?: Readonly<Record<string, QuotaClass>>;
  /** The namespaces of a tenant in an environment (the AppProject lists exactly these). Default: `<tenant>-<environment>`. */
  namespaces?(input: { readonly tenant: string; readonly environment: string }): readonly string[];
  build(scope: Scope, input: TenantInput): void;
}

export interface QuotaClass {
  readonly hard: Readonly<Record<string, string>>;
  readonly limits?: ContainerLimits;
}

export interface ContainerLimits {
  readonly default?: Readonly<Record<string, string>>;
  readonly defaultRequest?: Readonly<Record<string, string>>;
  readonly max?: Readonly<Record<string, string>>;
  readonly min?: Readonly<Record<string, string>>;
  readonly maxLimitRequestRatio?: Readonly<Record<string, string>>;
}

/** What an app kind makes of a `spec`: its value with defaults applied, or what is wrong; pointers are relative to `spec`. */
export type ParsedSpec =
  | { readonly ok: true; readonly value: JsonObject }
  | {
      readonly ok: false;
      readonly issues: readonly { readonly pointer: string; readonly message: string; readonly hint?: string }[];
    };

/** `platform/apps/<kind>.ts`. */
export interface AppKindDeclaration {
  /** DNS label: `service`, `worker`, `cronjob`, `static`. */
  readonly name: string;
  readonly description: string;
  readonly requires?: readonly CapabilityRequirement[];
  /** A zod schema for the app's `spec`; what it returns (defaults applied) must be JSON. */
  readonly schema: unknown;
  /** `schema` as the model uses it, so that the model needs no zod; filled in by `defineAppKind`. Pure. */
  parse(spec: JsonObject): ParsedSpec;
  build(scope: Scope, input: AppInput): void;
}
