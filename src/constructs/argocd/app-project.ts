import type { Construct } from 'constructs';
import { KubeObject } from '../kube-object.ts';
import type { ObjectMeta } from '../metadata.ts';
import { argocdApiVersion } from './annotations.ts';

export interface GroupKind {
  /** `""` is the core group, `*` every group. */
  readonly group: string;
  readonly kind: string;
}

export interface ProjectDestination {
  /** The cluster by the name that its cluster Secret gives it. */
  readonly name: string;
  /** A glob for Argo CD; Keelson writes exact names, and `*` for the platform. */
  readonly namespace: string;
}

export interface ProjectRole {
  readonly name: string;
  readonly description?: string;
  /** Casbin lines: `p, proj:<project>:<role>, <resource>, <action>, <project>/<object>, allow`. */
  readonly policies: readonly string[];
  /** Groups of the single sign-on. */
  readonly groups: readonly string[];
}

export interface AppProjectSpec {
  readonly description?: string;
  readonly sourceRepos: readonly string[];
  readonly destinations: readonly ProjectDestination[];
  /** Cluster-scoped kinds that are allowed; the empty list allows none. */
  readonly clusterResourceWhitelist: readonly (GroupKind & { readonly name?: string })[];
  readonly namespaceResourceWhitelist?: readonly GroupKind[];
  readonly namespaceResourceBlacklist?: readonly GroupKind[];
  readonly roles?: readonly ProjectRole[];
}

export interface AppProjectProps {
  readonly metadata: ObjectMeta;
  readonly spec: AppProjectSpec;
}

/** argoproj.io/v1alpha1 AppProject. */
export class AppProject extends KubeObject {
  constructor(scope: Construct, id: string, props: AppProjectProps) {
    super(scope, id, { apiVersion: argocdApiVersion, kind: 'AppProject', ...props });
  }
}
