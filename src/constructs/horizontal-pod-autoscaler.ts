import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { LabelSelector, ObjectMeta, Quantity } from './metadata.ts';

/** `io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler`. */
export interface HorizontalPodAutoscalerProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly scaleTargetRef: { readonly apiVersion: string; readonly kind: string; readonly name: string };
    readonly minReplicas: number;
    readonly maxReplicas: number;
    readonly metrics: readonly MetricSpec[];
    readonly behavior?: { readonly scaleUp?: ScalingRules; readonly scaleDown?: ScalingRules };
  };
}

export interface MetricSpec {
  readonly type: 'Resource' | 'ContainerResource' | 'Pods';
  readonly resource?: { readonly name: 'cpu' | 'memory'; readonly target: MetricTarget };
  readonly containerResource?: {
    readonly name: 'cpu' | 'memory';
    readonly container: string;
    readonly target: MetricTarget;
  };
  readonly pods?: {
    readonly metric: { readonly name: string; readonly selector?: LabelSelector };
    readonly target: MetricTarget;
  };
}

export interface MetricTarget {
  readonly type: 'Utilization' | 'AverageValue' | 'Value';
  /** Percent of the request. */
  readonly averageUtilization?: number;
  readonly averageValue?: Quantity;
}

export interface ScalingRules {
  readonly stabilizationWindowSeconds?: number;
  readonly selectPolicy?: 'Max' | 'Min' | 'Disabled';
  readonly policies?: readonly {
    readonly type: 'Pods' | 'Percent';
    readonly value: number;
    readonly periodSeconds: number;
  }[];
  /** Kubernetes 1.35 and newer. */
  readonly tolerance?: Quantity;
}

export class HorizontalPodAutoscaler extends KubeObject {
  constructor(scope: Construct, id: string, props: HorizontalPodAutoscalerProps) {
    super(
      scope,
      id,
      { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', ...props },
      { library: k8s.KubeHorizontalPodAutoscalerV2 },
    );
  }
}
