// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { Condition as MetaV1Condition, GroupResource as MetaV1GroupResource, ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface StorageVersionMigration {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: StorageVersionMigrationSpec;
  readonly status?: StorageVersionMigrationStatus;
}

export interface StorageVersionMigrationList {
  readonly apiVersion?: string;
  readonly items?: readonly StorageVersionMigration[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface StorageVersionMigrationSpec {
  readonly resource?: MetaV1GroupResource;
}

export interface StorageVersionMigrationStatus {
  readonly conditions?: readonly MetaV1Condition[];
  readonly resourceVersion?: string;
}
