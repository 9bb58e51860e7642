import type { JsonObject } from '../kernel/index.ts';
import type { PodSecurityLevel } from './environment-declarations.ts';
import type { OutsideObject } from './policy-declarations.ts';
import type { ChartSource, ContainerLimits, LabelSelector } from './platform-declarations.ts';

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
  /** Where its data may lie: the regions of its clusters, as their `provider.region` has them. Inherited. */
  readonly residency?: { readonly regions: readonly string[] };
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
  /** What its repository or chart brings that others refer to; not for image origin. Without `namespace`: in the app's own. */
  readonly outside?: readonly OutsideObject[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly deletion?: 'retain' | 'cascade';
  readonly extensions?: JsonObject;
}
