// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { Condition as MetaV1Condition, ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface Eviction {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: EvictionSpec;
  readonly status?: EvictionStatus;
}

export interface EvictionList {
  readonly apiVersion?: string;
  readonly items?: readonly Eviction[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface EvictionPodReference {
  readonly name?: string;
  readonly uid?: string;
}

export interface EvictionRequest {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: EvictionRequestSpec;
  readonly status?: EvictionRequestStatus;
}

export interface EvictionRequestList {
  readonly apiVersion?: string;
  readonly items?: readonly EvictionRequest[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface EvictionRequestPodReference {
  readonly name?: string;
  readonly uid?: string;
}

export interface EvictionRequestSpec {
  readonly intent?: string;
  readonly requester?: string;
  readonly target?: EvictionRequestTarget;
}

export interface EvictionRequestStatus {
  readonly conditions?: readonly MetaV1Condition[];
  readonly observedGeneration?: number | bigint;
}

export interface EvictionRequestTarget {
  readonly pod?: EvictionRequestPodReference;
}

export interface EvictionSpec {
  readonly target?: EvictionTarget;
}

export interface EvictionStatus {
  readonly conditions?: readonly MetaV1Condition[];
  readonly observedGeneration?: number | bigint;
  readonly requesters?: readonly Requester[];
  readonly responders?: readonly ResponderStatus[];
  readonly targetResponders?: readonly TargetResponder[];
}

export interface EvictionTarget {
  readonly pod?: EvictionPodReference;
}

export interface Requester {
  readonly intent?: string;
  readonly name?: string;
}

export interface ResponderStatus {
  readonly completionTime?: string;
  readonly expectedCompletionTime?: string;
  readonly heartbeatTime?: string;
  readonly message?: string;
  readonly name?: string;
  readonly startTime?: string;
}

export interface TargetResponder {
  readonly name?: string;
  readonly priority?: number;
  readonly state?: string;
}
