import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { IntOrString, LabelSelector, ObjectMeta } from './metadata.ts';

/** `io.k8s.api.policy.v1.PodDisruptionBudget`: one of `minAvailable` and `maxUnavailable`. */
export interface PodDisruptionBudgetProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly selector: LabelSelector;
    readonly minAvailable?: IntOrString;
    readonly maxUnavailable?: IntOrString;
    /** `AlwaysAllow` lets a drain evict pods that are broken anyway. */
    readonly unhealthyPodEvictionPolicy?: 'IfHealthyBudget' | 'AlwaysAllow';
  };
}

export class PodDisruptionBudget extends KubeObject {
  constructor(scope: Construct, id: string, props: PodDisruptionBudgetProps) {
    super(
      scope,
      id,
      { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', ...props },
      { library: k8s.KubePodDisruptionBudget },
    );
  }
}
