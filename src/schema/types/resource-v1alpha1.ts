// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { NodeSelector as CoreV1NodeSelector } from './core-v1.ts';

import type { ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface AllocationResult {
  readonly availableOnNodes?: CoreV1NodeSelector;
  readonly resourceHandle?: string;
  readonly shareable?: boolean;
}

export interface PodScheduling {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: PodSchedulingSpec;
  readonly status?: PodSchedulingStatus;
}

export interface PodSchedulingList {
  readonly apiVersion?: string;
  readonly items?: readonly PodScheduling[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface PodSchedulingSpec {
  readonly potentialNodes?: readonly string[];
  readonly selectedNode?: string;
}

export interface PodSchedulingStatus {
  readonly resourceClaims?: readonly ResourceClaimSchedulingStatus[];
}

export interface ResourceClaim {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: ResourceClaimSpec;
  readonly status?: ResourceClaimStatus;
}

export interface ResourceClaimConsumerReference {
  readonly apiGroup?: string;
  readonly name?: string;
  readonly resource?: string;
  readonly uid?: string;
}

export interface ResourceClaimList {
  readonly apiVersion?: string;
  readonly items?: readonly ResourceClaim[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface ResourceClaimParametersReference {
  readonly apiGroup?: string;
  readonly kind?: string;
  readonly name?: string;
}

export interface ResourceClaimSchedulingStatus {
  readonly name?: string;
  readonly unsuitableNodes?: readonly string[];
}

export interface ResourceClaimSpec {
  readonly allocationMode?: string;
  readonly parametersRef?: ResourceClaimParametersReference;
  readonly resourceClassName?: string;
}

export interface ResourceClaimStatus {
  readonly allocation?: AllocationResult;
  readonly deallocationRequested?: boolean;
  readonly driverName?: string;
  readonly reservedFor?: readonly ResourceClaimConsumerReference[];
}

export interface ResourceClaimTemplate {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: ResourceClaimTemplateSpec;
}

export interface ResourceClaimTemplateList {
  readonly apiVersion?: string;
  readonly items?: readonly ResourceClaimTemplate[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface ResourceClaimTemplateSpec {
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: ResourceClaimSpec;
}

export interface ResourceClass {
  readonly apiVersion?: string;
  readonly driverName?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly parametersRef?: ResourceClassParametersReference;
  readonly suitableNodes?: CoreV1NodeSelector;
}

export interface ResourceClassList {
  readonly apiVersion?: string;
  readonly items?: readonly ResourceClass[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface ResourceClassParametersReference {
  readonly apiGroup?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}
