import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { LabelSelector, ObjectMeta } from './metadata.ts';

const apiGroup = 'rbac.authorization.k8s.io';
const apiVersion = `${apiGroup}/v1`;

/** `io.k8s.api.core.v1.ServiceAccount`. */
export interface ServiceAccountProps {
  readonly metadata: ObjectMeta;
  readonly automountServiceAccountToken?: boolean;
  readonly imagePullSecrets?: readonly { readonly name: string }[];
}

export class ServiceAccount extends KubeObject {
  constructor(scope: Construct, id: string, props: ServiceAccountProps) {
    super(scope, id, { apiVersion: 'v1', kind: 'ServiceAccount', ...props }, { library: k8s.KubeServiceAccount });
  }
}

/** `io.k8s.api.rbac.v1.PolicyRule`. The core API group is `""`. */
export interface PolicyRule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  readonly verbs: readonly string[];
}

/** `io.k8s.api.rbac.v1.Subject`. */
export type Subject =
  | { readonly kind: 'User' | 'Group'; readonly name: string; readonly apiGroup: typeof apiGroup }
  | { readonly kind: 'ServiceAccount'; readonly name: string; readonly namespace: string };

export interface RoleProps {
  readonly metadata: ObjectMeta;
  readonly rules: readonly PolicyRule[];
}

export class Role extends KubeObject {
  constructor(scope: Construct, id: string, props: RoleProps) {
    super(scope, id, { apiVersion, kind: 'Role', ...props }, { library: k8s.KubeRole });
  }
}

/** `io.k8s.api.rbac.v1.ClusterRole`: with `aggregationRule` the controller writes `rules`, so they are left out. */
export interface ClusterRoleProps {
  readonly metadata: ObjectMeta;
  readonly rules?: readonly PolicyRule[];
  readonly aggregationRule?: { readonly clusterRoleSelectors: readonly LabelSelector[] };
}

export class ClusterRole extends KubeObject {
  constructor(scope: Construct, id: string, props: ClusterRoleProps) {
    super(scope, id, { apiVersion, kind: 'ClusterRole', ...props }, { library: k8s.KubeClusterRole });
  }
}

/** `roleRef` is immutable. */
export interface RoleBindingProps {
  readonly metadata: ObjectMeta;
  readonly roleRef: {
    readonly apiGroup: typeof apiGroup;
    readonly kind: 'ClusterRole' | 'Role';
    readonly name: string;
  };
  readonly subjects: readonly Subject[];
}

export class RoleBinding extends KubeObject {
  constructor(scope: Construct, id: string, props: RoleBindingProps) {
    super(scope, id, { apiVersion, kind: 'RoleBinding', ...props }, { library: k8s.KubeRoleBinding });
  }
}

export interface ClusterRoleBindingProps extends RoleBindingProps {
  readonly roleRef: { readonly apiGroup: typeof apiGroup; readonly kind: 'ClusterRole'; readonly name: string };
}

export class ClusterRoleBinding extends KubeObject {
  constructor(scope: Construct, id: string, props: ClusterRoleBindingProps) {
    super(scope, id, { apiVersion, kind: 'ClusterRoleBinding', ...props }, { library: k8s.KubeClusterRoleBinding });
  }
}
