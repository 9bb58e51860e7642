import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { ObjectMeta, Quantity, Resources } from './metadata.ts';

/** `io.k8s.api.core.v1.ResourceQuota`. */
export interface ResourceQuotaProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    /** `requests.cpu`, `limits.memory`, `pods`, `services.loadbalancers`, `count/jobs.batch`... */
    readonly hard: Readonly<Record<string, Quantity>>;
    readonly scopeSelector?: {
      readonly matchExpressions: readonly {
        readonly scopeName:
          | 'BestEffort'
          | 'CrossNamespacePodAffinity'
          | 'NotBestEffort'
          | 'NotTerminating'
          | 'PriorityClass'
          | 'Terminating';
        readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
        readonly values?: readonly string[];
      }[];
    };
  };
}

export class ResourceQuota extends KubeObject {
  constructor(scope: Construct, id: string, props: ResourceQuotaProps) {
    super(scope, id, { apiVersion: 'v1', kind: 'ResourceQuota', ...props }, { library: k8s.KubeResourceQuota });
  }
}

/** `io.k8s.api.core.v1.LimitRange`. */
export interface LimitRangeProps {
  readonly metadata: ObjectMeta;
  readonly spec: { readonly limits: readonly LimitRangeItem[] };
}

/**
 * The API fills `default` up from `max`, and `defaultRequest` from `default` and `min`; the list is atomic, so what is left to that
 * shows as a difference in Argo CD. Give the same resources in all of them.
 */
export interface LimitRangeItem {
  readonly type: 'Container' | 'Pod' | 'PersistentVolumeClaim';
  readonly default?: Resources;
  readonly defaultRequest?: Resources;
  readonly max?: Resources;
  readonly min?: Resources;
  readonly maxLimitRequestRatio?: Resources;
}

export class LimitRange extends KubeObject {
  constructor(scope: Construct, id: string, props: LimitRangeProps) {
    super(scope, id, { apiVersion: 'v1', kind: 'LimitRange', ...props }, { library: k8s.KubeLimitRange });
  }
}
