// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { Condition as MetaV1Condition, ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export type BasicSchedulingPolicy = object;

export interface GangSchedulingPolicy {
  readonly minCount?: number;
}

export interface PodGroup {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: PodGroupSpec;
  readonly status?: PodGroupStatus;
}

export interface PodGroupList {
  readonly apiVersion?: string;
  readonly items?: readonly PodGroup[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface PodGroupResourceClaim {
  readonly name?: string;
  readonly resourceClaimName?: string;
  readonly resourceClaimTemplateName?: string;
}

export interface PodGroupResourceClaimStatus {
  readonly name?: string;
  readonly resourceClaimName?: string;
}

export interface PodGroupSchedulingConstraints {
  readonly topology?: readonly TopologyConstraint[];
}

export interface PodGroupSchedulingPolicy {
  readonly basic?: BasicSchedulingPolicy;
  readonly gang?: GangSchedulingPolicy;
}

export interface PodGroupSpec {
  readonly disruptionMode?: string;
  readonly podGroupTemplateRef?: PodGroupTemplateReference;
  readonly priority?: number;
  readonly priorityClassName?: string;
  readonly resourceClaims?: readonly PodGroupResourceClaim[];
  readonly schedulingConstraints?: PodGroupSchedulingConstraints;
  readonly schedulingPolicy?: PodGroupSchedulingPolicy;
}

export interface PodGroupStatus {
  readonly conditions?: readonly MetaV1Condition[];
  readonly resourceClaimStatuses?: readonly PodGroupResourceClaimStatus[];
}

export interface PodGroupTemplate {
  readonly disruptionMode?: string;
  readonly name?: string;
  readonly priority?: number;
  readonly priorityClassName?: string;
  readonly resourceClaims?: readonly PodGroupResourceClaim[];
  readonly schedulingConstraints?: PodGroupSchedulingConstraints;
  readonly schedulingPolicy?: PodGroupSchedulingPolicy;
}

export interface PodGroupTemplateReference {
  readonly workload?: WorkloadPodGroupTemplateReference;
}

export interface TopologyConstraint {
  readonly key?: string;
}

export interface TypedLocalObjectReference {
  readonly apiGroup?: string;
  readonly kind?: string;
  readonly name?: string;
}

export interface Workload {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: WorkloadSpec;
}

export interface WorkloadList {
  readonly apiVersion?: string;
  readonly items?: readonly Workload[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface WorkloadPodGroupTemplateReference {
  readonly podGroupTemplateName?: string;
  readonly workloadName?: string;
}

export interface WorkloadSpec {
  readonly controllerRef?: TypedLocalObjectReference;
  readonly podGroupTemplates?: readonly PodGroupTemplate[];
}
