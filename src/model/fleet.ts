import type { Declared, JsonObject, UnitRef } from '../kernel/index.ts';
import type {
  AccessGroups,
  AppOrigin,
  Cidrs,
  CloudProvider,
  ContainerLimits,
  NetworkPeer,
  PodSecurityLevel,
  TenantType,
  Tier,
} from './declarations.ts';
import type { Policy } from './fleet-policy.ts';
import type { UnitInput } from './unit-input.ts';

/**
 * The resolved platform: pure, frozen, serialisable data (`keelson model --json` prints it whole). Every array is sorted by name or id.
 */
export interface Fleet {
  readonly environments: readonly Environment[];
  readonly clusters: readonly Cluster[];
  readonly components: readonly Component[];
  readonly tenants: readonly TenantSummary[];
  readonly apps: readonly AppSummary[];
  readonly units: readonly Unit[];
  /** Chart values files, written beside the units: path under `dist/` -> values. */
  readonly values: readonly ValuesFile[];
  /** What the organisation says about rules. */
  readonly policy: Policy;
}

export interface Environment {
  readonly name: string;
  readonly tier: Tier;
  readonly order: number;
  readonly owner: string;
  readonly lifetime: 'ephemeral' | 'long-lived';
  readonly phase: 'planned' | 'not-live' | 'live' | 'retiring';
  readonly tenanted: boolean;
  readonly regions: readonly string[];
  readonly domains: {
    readonly ingress?: string;
    readonly internal?: string;
    readonly dns?: { readonly zone: string; readonly provider: string };
  };
  readonly network: { readonly reserved: readonly string[]; readonly egressAllow: readonly string[] };
  readonly podSecurity: PodSecurityLevel;
  readonly quotaClass?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly extensions: JsonObject;
}

export interface Cluster {
  readonly name: string;
  readonly environment: string;
  readonly hub: string;
  readonly isHub: boolean;
  readonly provider: { readonly name: CloudProvider; readonly region?: string; readonly project?: string };
  readonly kubernetes: string;
  readonly server: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly capacity?: { readonly cpu: string; readonly memory: string; readonly overcommit: number };
  readonly network: { readonly cidrs: Cidrs; readonly cni?: string };
  readonly delivery?: { readonly repository: string; readonly revision: string; readonly namespace: string };
  readonly extensions: JsonObject;
}

/** A component's definition, functions left out. */
export interface Component {
  readonly name: string;
  readonly category: string;
  readonly description: string;
  readonly owner: string;
  readonly lifecycle: {
    readonly stage: string;
    readonly since?: string;
    readonly replacedBy?: string;
    readonly retireAfter?: string;
  };
  readonly license?: string;
  /** Minor versions that it runs on, both included. */
  readonly kubernetes?: { readonly from?: string; readonly to?: string };
  readonly namespace: string;
  readonly requires: readonly { readonly capability: string; readonly optional: boolean }[];
  readonly provides: readonly string[];
  readonly conflicts: readonly string[];
  readonly crds: readonly { readonly group: string; readonly kind: string }[];
}

/** A tenant as one environment sees it: inheritance and overrides applied. What its baseline and its apps get to read. */
export interface Tenant {
  readonly name: string;
  readonly type: TenantType;
  readonly displayName: string;
  readonly description: string;
  /** The chain of organisation units, nearest first. */
  readonly ancestors: readonly string[];
  readonly lifecycle: string;
  readonly expiresAt?: string;
  readonly owner: { readonly team: string; readonly product?: string; readonly techLead?: string };
  readonly contacts: { readonly email: string; readonly slack?: string; readonly onCall?: string };
  readonly costCentre: string;
  readonly budget?: { readonly monthly: number; readonly currency: string };
  readonly dataClassification: string;
  readonly criticality?: string;
  /** Regions that its data may lie in; left out: any. */
  readonly residency?: { readonly regions: readonly string[] };
  /** For this environment: exactly the namespaces that its AppProject allows. The first is where its apps live. */
  readonly namespaces: readonly string[];
  /** Already the right groups for the tier. */
  readonly access: { readonly admin: AccessGroups; readonly edit: AccessGroups; readonly readOnly: AccessGroups };
  readonly repositories: readonly string[];
  readonly quota: { readonly class?: string; readonly hard: Readonly<Record<string, string>> };
  readonly limits: ContainerLimits;
  readonly podSecurity: PodSecurityLevel;
  readonly network: {
    readonly allowSameTenant: boolean;
    readonly ingressFrom: readonly ResolvedPeer[];
    readonly egressTo: readonly ResolvedPeer[];
    readonly internet: { readonly egress: boolean };
  };
  readonly domains: readonly { readonly host: string; readonly issuer?: string }[];
  /** Hosts that it has in other environments alone. */
  readonly domainsElsewhere: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly extensions: JsonObject;
}

/** A peer with the other tenant's namespaces in this environment filled in. */
export interface ResolvedPeer extends NetworkPeer {
  readonly namespaces?: readonly string[];
}

/** An app as one environment sees it. */
export interface App {
  readonly name: string;
  readonly tenant: string;
  readonly kind?: string;
  readonly description: string;
  readonly origin: AppOrigin;
  /** With the environment's digest of `images/<tenant>.yaml` where there is one; image origin only. */
  readonly image?: string;
  readonly namespace: string;
  /** The kind's fields, defaults and environment overrides applied. */
  readonly spec: JsonObject;
  readonly labels: Readonly<Record<string, string>>;
  readonly extensions: JsonObject;
}

export interface TenantSummary {
  readonly name: string;
  readonly type: TenantType;
  readonly displayName: string;
  readonly ancestors: readonly string[];
  readonly owner: string;
  readonly costCentre?: string;
  readonly environments: readonly string[];
  readonly clusters: readonly string[];
  readonly deletion: 'retain' | 'cascade';
  readonly declared: Declared;
}

export interface AppSummary {
  readonly name: string;
  readonly tenant: string;
  readonly kind?: string;
  readonly origin: 'image' | 'git' | 'chart';
  readonly environments: readonly string[];
  readonly clusters: readonly string[];
  readonly declared: Declared;
}

/** Which code renders the unit: an export of a declaration module, or an engine recipe (`keelson:delivery`, `keelson:root`). */
export interface Recipe {
  readonly module: string;
  readonly export: string;
}

export interface Unit {
  readonly ref: UnitRef;
  readonly wave: number;
  /** Ids of the units that must be there first. */
  readonly requires: readonly string[];
  readonly recipe: Recipe;
  readonly input: UnitInput;
  /** The main declaration: what the header of its files names. */
  readonly declared: Declared;
  /** False: the unit is a chart or a foreign source alone, it has no folder. */
  readonly hasObjects: boolean;
}

export interface ValuesFile {
  /** `.values/<environment>/<cluster>/<owner>/<unit>.yaml`, under `dist/`. */
  readonly path: string;
  readonly unit: string;
  readonly values: JsonObject;
}
