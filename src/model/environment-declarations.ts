import type { JsonObject } from '../kernel/index.ts';

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
