import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { ObjectMeta } from './metadata.ts';

/** `io.k8s.api.scheduling.v1.PriorityClass`; `value` and `preemptionPolicy` are immutable. */
export interface PriorityClassProps {
  readonly metadata: ObjectMeta;
  /** At most 1000000000; what is higher belongs to Kubernetes itself. Negative: gives way to everything. */
  readonly value: number;
  /** Only `true`, on one class of a cluster; the API leaves `false` out. */
  readonly globalDefault?: true;
  readonly preemptionPolicy?: 'PreemptLowerPriority' | 'Never';
  readonly description: string;
}

export class PriorityClass extends KubeObject {
  constructor(scope: Construct, id: string, props: PriorityClassProps) {
    super(
      scope,
      id,
      { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', ...props },
      { library: k8s.KubePriorityClass },
    );
  }
}
