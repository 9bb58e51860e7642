// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface ServerStorageVersion {
  readonly apiServerID?: string;
  readonly decodableVersions?: readonly string[];
  readonly encodingVersion?: string;
  readonly servedVersions?: readonly string[];
}

export interface StorageVersion {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: StorageVersionSpec;
  readonly status?: StorageVersionStatus;
}

export interface StorageVersionCondition {
  readonly lastTransitionTime?: string;
  readonly message?: string;
  readonly observedGeneration?: number | bigint;
  readonly reason?: string;
  readonly status?: string;
  readonly type?: string;
}

export interface StorageVersionList {
  readonly apiVersion?: string;
  readonly items?: readonly StorageVersion[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export type StorageVersionSpec = object;

export interface StorageVersionStatus {
  readonly commonEncodingVersion?: string;
  readonly conditions?: readonly StorageVersionCondition[];
  readonly storageVersions?: readonly ServerStorageVersion[];
}
