import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { IntOrString, LabelSelector, ObjectMeta } from './metadata.ts';
import type { PodTemplate } from './pod.ts';

/** `io.k8s.api.apps.v1.Deployment`. */
export interface DeploymentProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    /** Left out where a HorizontalPodAutoscaler decides: else the two would undo each other. */
    readonly replicas?: number;
    /** Immutable after creation, so it is always given, and with labels that never change. */
    readonly selector: LabelSelector;
    readonly template: PodTemplate;
    readonly strategy?: {
      readonly type: 'RollingUpdate' | 'Recreate';
      readonly rollingUpdate?: { readonly maxSurge?: IntOrString; readonly maxUnavailable?: IntOrString };
    };
    readonly minReadySeconds?: number;
    readonly progressDeadlineSeconds?: number;
    readonly revisionHistoryLimit?: number;
    readonly paused?: boolean;
  };
}

export class Deployment extends KubeObject {
  constructor(scope: Construct, id: string, props: DeploymentProps) {
    super(scope, id, { apiVersion: 'apps/v1', kind: 'Deployment', ...props }, { library: k8s.KubeDeployment });
  }
}
