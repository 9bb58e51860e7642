// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export type BasicSchedulingPolicy = object;

export interface GangSchedulingPolicy {
  readonly minCount?: number;
}

export interface PodGroup {
  readonly name?: string;
  readonly policy?: PodGroupPolicy;
}

export interface PodGroupPolicy {
  readonly basic?: BasicSchedulingPolicy;
  readonly gang?: GangSchedulingPolicy;
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

export interface WorkloadSpec {
  readonly controllerRef?: TypedLocalObjectReference;
  readonly podGroups?: readonly PodGroup[];
}
