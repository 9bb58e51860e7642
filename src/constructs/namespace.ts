import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { Labels, ObjectMeta } from './metadata.ts';

/** `io.k8s.api.core.v1.Namespace`. */
export interface NamespaceProps {
  readonly metadata: ObjectMeta;
}

export class Namespace extends KubeObject {
  constructor(scope: Construct, id: string, props: NamespaceProps) {
    super(scope, id, { apiVersion: 'v1', kind: 'Namespace', ...props }, { library: k8s.KubeNamespace });
  }
}

export interface PodSecurityLabels {
  readonly enforce: 'privileged' | 'baseline' | 'restricted';
  /** Default: `restricted`, so that what would stand in the way of a stricter level is seen. */
  readonly warn?: 'privileged' | 'baseline' | 'restricted';
}

/**
 * The namespace labels that Pod Security admission reads. The version is `latest`: the level means what the cluster's release says.
 * Source: https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces
 */
export function podSecurityLabels(levels: PodSecurityLabels): Labels {
  const warn = levels.warn ?? 'restricted';
  return {
    'pod-security.kubernetes.io/enforce': levels.enforce,
    'pod-security.kubernetes.io/enforce-version': 'latest',
    'pod-security.kubernetes.io/audit': warn,
    'pod-security.kubernetes.io/audit-version': 'latest',
    'pod-security.kubernetes.io/warn': warn,
    'pod-security.kubernetes.io/warn-version': 'latest',
  };
}
