import type { Construct } from 'constructs';
import type { Declared, JsonObject, UserError } from '../kernel/index.ts';
import type { AppInput, ComponentInput, TenantInput } from './unit-input.ts';
import type { Cluster, Environment } from './fleet.ts';

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
}

/** What `load` hands over: either all is well, or every error of every file. */
export interface Loaded {
  readonly declarations: Declarations;
  readonly errors: readonly UserError[];
}

// ---------------------------------------------------------------- environments and clusters

export type Tier = 'sandbox' | 'ci' | 'dev' | 'pre-prod' | 'prod' | 'management';

export interface Cidrs {
  readonly controlPlane?: string;
  readonly nodes?: string;
  readonly pods?: string;
  readonly services?: string;
}

export interface EnvironmentDeclaration {
  /** DNS label; equals the folder's name. */
  readonly name: string;
  readonly tier: Tier;
  readonly description?: string;
  /** Position in reports, and later in promotion. */
  readonly order?: number;
  readonly owner?: string;
  readonly lifetime?: 'ephemeral' | 'long-lived';
  readonly phase?: 'planned' | 'not-live' | 'live' | 'retiring';
  /** May tenants be placed here? Default: true, but false for tier `management`. */
  readonly tenanted?: boolean;
  readonly regions?: readonly string[];
  readonly domains?: {
    /** Parent of the hostnames that apps get: `dev.example.com`. */
    readonly ingress?: string;
    readonly internal?: string;
    readonly dns?: { readonly zone: string; readonly provider: string };
  };
  readonly network?: { readonly reserved?: readonly string[]; readonly egressAllow?: readonly string[] };
  readonly defaults?: {
    readonly quotaClass?: string;
    readonly podSecurity?: PodSecurityLevel;
  };
  readonly labels?: Readonly<Record<string, string>>;
  readonly extensions?: JsonObject;
}

export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';
export type CloudProvider = 'gcp' | 'aws' | 'azure' | 'openstack' | 'kind' | 'onprem';

export interface ClusterDeclaration {
  /** DNS label, unique over the fleet. */
  readonly name: string;
  /** The environment it belongs to; must be the one of its folder. */
  readonly environment: string;
  /** The cluster whose Argo CD delivers this one; a hub names itself. */
  readonly hub: string;
  readonly provider: { readonly name: CloudProvider; readonly region?: string; readonly project?: string };
  /** Kubernetes minor version, `1.36`. */
  readonly kubernetes: string;
  /** API server URL; a hub may leave it out (`https://kubernetes.default.svc`). */
  readonly server?: string;
  readonly description?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly capacity?: { readonly cpu: string; readonly memory: string; readonly overcommit?: number };
  readonly network?: { readonly cidrs?: Cidrs; readonly cni?: string };
  readonly components?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  /** Capabilities that the cluster brings from outside this repository, with their outputs. */
  readonly provides?: Readonly<Record<string, JsonObject>>;
  /** A hub's own facts: where its Argo CD reads `dist/`. Required on a hub, refused elsewhere. */
  readonly delivery?: {
    readonly repository: string;
    readonly revision?: string;
    /** Namespace of Argo CD; default `argocd`. */
    readonly namespace?: string;
  };
  readonly extensions?: JsonObject;
}

/** `environments/<env>/release.yaml`: a pin is `head` or a full commit id. */
export interface ReleaseDeclaration {
  readonly environment: string;
  readonly platform?: string;
  readonly components?: Readonly<Record<string, string>>;
  readonly tenants?: Readonly<Record<string, string>>;
  readonly clusters?: Readonly<Record<string, { readonly platform?: string }>>;
}

/** `environments/<env>/images/<tenant>.yaml`: app name -> image reference with a digest. */
export interface ImagesDeclaration {
  readonly environment: string;
  readonly tenant: string;
  readonly images: Readonly<Record<string, string>>;
}

// ---------------------------------------------------------------- platform

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

// ---------------------------------------------------------------- tenants

export type TenantType = 'org-unit' | 'team' | 'application' | 'infrastructure' | 'data' | 'ml' | 'sandbox';

export interface AccessGroups {
  readonly groups?: readonly string[];
  readonly users?: readonly string[];
}

export interface TenantEnvironment {
  readonly name: string;
  readonly overrides?: { readonly quota?: TenantQuota; readonly limits?: ContainerLimits };
}

export interface TenantQuota {
  /** A class of the baseline. */
  readonly class?: string;
  /** Laid over the class: ResourceQuota `hard` keys. */
  readonly hard?: Readonly<Record<string, string>>;
}

export interface NetworkPeer {
  readonly tenant?: string;
  readonly cidr?: string;
  readonly ports?: readonly number[];
  readonly reason?: string;
}

export interface TenantDeclaration {
  /** DNS label, 1-40 characters, unique over all tenants; `root`, `platform`, `default`... are reserved. */
  readonly name: string;
  readonly type?: TenantType;
  readonly displayName?: string;
  readonly description?: string;
  /** An organisation unit, or `root` (default). */
  readonly parent?: string;
  readonly lifecycle?: 'experimental' | 'beta' | 'ga' | 'deprecated' | 'retired';
  /** `YYYY-MM-DD`; required for a sandbox. */
  readonly expiresAt?: string;
  readonly owner?: { readonly team: string; readonly product?: string; readonly techLead?: string };
  readonly contacts?: { readonly email?: string; readonly slack?: string; readonly onCall?: string };
  readonly costCentre?: string;
  readonly budget?: { readonly monthly: number; readonly currency: string };
  readonly dataClassification?: 'public' | 'internal' | 'confidential' | 'restricted';
  readonly criticality?: string;
  readonly environments?: readonly (string | TenantEnvironment)[];
  readonly placement?: { readonly clusterSelector?: LabelSelector; readonly spread?: 'all' | 'one' };
  readonly access?: {
    readonly admin?: AccessGroups;
    readonly edit?: AccessGroups;
    readonly readOnly?: AccessGroups;
    /** Used instead where the environment's tier is `prod`. */
    readonly prod?: { readonly admin?: AccessGroups; readonly edit?: AccessGroups; readonly readOnly?: AccessGroups };
  };
  /** Repositories of the tenant's own: the AppProject allows exactly these beside the config repository. */
  readonly repositories?: readonly string[];
  readonly quota?: TenantQuota;
  readonly limits?: ContainerLimits;
  readonly podSecurity?: PodSecurityLevel;
  readonly network?: {
    readonly allowSameTenant?: boolean;
    readonly ingressFrom?: readonly NetworkPeer[];
    readonly egressTo?: readonly NetworkPeer[];
    readonly internet?: { readonly egress?: boolean };
  };
  readonly domains?: readonly {
    readonly host: string;
    readonly issuer?: string;
    readonly environments?: readonly string[];
  }[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly apps?: readonly AppDeclaration[];
  /** First commit of a removal: `cascade` lets Argo CD delete what it delivered once the tenant is gone from the repository. */
  readonly deletion?: 'retain' | 'cascade';
  readonly extensions?: JsonObject;
}

export type AppOrigin =
  | { readonly image: string }
  | { readonly git: { readonly repository: string; readonly path: string; readonly revision: string } }
  | { readonly chart: ChartSource };

export interface AppDeclaration {
  /** DNS label; `platform`, `baseline`, `delivery` and `root` are reserved. */
  readonly name: string;
  /** Filled in by `load` for the apps in a tenant's `apps`. */
  readonly tenant?: string;
  /** A kind of `platform/apps/`; required for image origin, refused otherwise. */
  readonly kind?: string;
  readonly description?: string;
  readonly origin: AppOrigin;
  /** Subset of the tenant's; `spec` is laid over the app's own, key by key. */
  readonly environments?: readonly (string | { readonly name: string; readonly spec?: JsonObject })[];
  /** The kind's own fields. */
  readonly spec?: JsonObject;
  readonly labels?: Readonly<Record<string, string>>;
  readonly deletion?: 'retain' | 'cascade';
  readonly extensions?: JsonObject;
}
