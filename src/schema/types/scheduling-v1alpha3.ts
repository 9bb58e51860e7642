// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { Condition as MetaV1Condition, ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export type AllCompositeDisruptionMode = object;

export type AllDisruptionMode = object;

export type BasicSchedulingPolicy = object;

export type CompositeBasicSchedulingPolicy = object;

export interface CompositeDisruptionMode {
  readonly all?: AllCompositeDisruptionMode;
  readonly single?: SingleCompositeDisruptionMode;
}

export interface CompositeGangSchedulingPolicy {
  readonly minGroupCount?: number;
}

export interface CompositePodGroup {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: CompositePodGroupSpec;
  readonly status?: CompositePodGroupStatus;
}

export interface CompositePodGroupList {
  readonly apiVersion?: string;
  readonly items?: readonly CompositePodGroup[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface CompositePodGroupSchedulingConstraints {
  readonly topology?: readonly TopologyConstraint[];
}

export interface CompositePodGroupSchedulingPolicy {
  readonly basic?: CompositeBasicSchedulingPolicy;
  readonly gang?: CompositeGangSchedulingPolicy;
}

export interface CompositePodGroupSpec {
  readonly disruptionMode?: CompositeDisruptionMode;
  readonly parentCompositePodGroupName?: string;
  readonly preemptionPolicy?: string;
  readonly priority?: number;
  readonly priorityClassName?: string;
  readonly schedulingConstraints?: CompositePodGroupSchedulingConstraints;
  readonly schedulingPolicy?: CompositePodGroupSchedulingPolicy;
  readonly workloadRef?: WorkloadReference;
}

export interface CompositePodGroupStatus {
  readonly conditions?: readonly MetaV1Condition[];
}

export interface CompositePodGroupTemplate {
  readonly compositePodGroupTemplates?: readonly CompositePodGroupTemplate[];
  readonly disruptionMode?: CompositeDisruptionMode;
  readonly name?: string;
  readonly podGroupTemplates?: readonly PodGroupTemplate[];
  readonly preemptionPolicy?: string;
  readonly priority?: number;
  readonly priorityClassName?: string;
  readonly schedulingConstraints?: CompositePodGroupSchedulingConstraints;
  readonly schedulingPolicy?: CompositePodGroupSchedulingPolicy;
}

export interface DisruptionMode {
  readonly all?: AllDisruptionMode;
  readonly single?: SingleDisruptionMode;
}

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
  readonly disruptionMode?: DisruptionMode;
  readonly parentCompositePodGroupName?: string;
  readonly preemptionPolicy?: string;
  readonly priority?: number;
  readonly priorityClassName?: string;
  readonly resourceClaims?: readonly PodGroupResourceClaim[];
  readonly schedulingConstraints?: PodGroupSchedulingConstraints;
  readonly schedulingPolicy?: PodGroupSchedulingPolicy;
  readonly workloadRef?: WorkloadReference;
}

export interface PodGroupStatus {
  readonly conditions?: readonly MetaV1Condition[];
  readonly resourceClaimStatuses?: readonly PodGroupResourceClaimStatus[];
}

export interface PodGroupTemplate {
  readonly disruptionMode?: DisruptionMode;
  readonly name?: string;
  readonly preemptionPolicy?: string;
  readonly priority?: number;
  readonly priorityClassName?: string;
  readonly resourceClaims?: readonly PodGroupResourceClaim[];
  readonly schedulingConstraints?: PodGroupSchedulingConstraints;
  readonly schedulingPolicy?: PodGroupSchedulingPolicy;
}

export type SingleCompositeDisruptionMode = object;

export type SingleDisruptionMode = object;

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

export type WorkloadPodGroupAllDisruptionMode = object;

export type WorkloadPodGroupBasicSchedulingPolicy = object;

export interface WorkloadPodGroupDisruptionMode {
  readonly all?: WorkloadPodGroupAllDisruptionMode;
  readonly single?: WorkloadPodGroupSingleDisruptionMode;
}

export interface WorkloadPodGroupGangSchedulingPolicy {
  readonly minCount?: number;
}

export interface WorkloadPodGroupResourceClaim {
  readonly name?: string;
  readonly resourceClaimName?: string;
  readonly resourceClaimTemplateName?: string;
}

export interface WorkloadPodGroupSchedulingConstraints {
  readonly topology?: readonly TopologyConstraint[];
}

export interface WorkloadPodGroupSchedulingPolicy {
  readonly basic?: WorkloadPodGroupBasicSchedulingPolicy;
  readonly gang?: WorkloadPodGroupGangSchedulingPolicy;
}

export type WorkloadPodGroupSingleDisruptionMode = object;

export interface WorkloadReference {
  readonly templateName?: string;
  readonly workloadName?: string;
}

export interface WorkloadSpec {
  readonly compositePodGroupTemplates?: readonly CompositePodGroupTemplate[];
  readonly controllerRef?: TypedLocalObjectReference;
  readonly podGroupTemplates?: readonly PodGroupTemplate[];
}
