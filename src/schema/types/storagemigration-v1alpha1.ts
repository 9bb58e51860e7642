// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface GroupVersionResource {
  readonly group?: string;
  readonly resource?: string;
  readonly version?: string;
}

export interface MigrationCondition {
  readonly lastUpdateTime?: string;
  readonly message?: string;
  readonly reason?: string;
  readonly status?: string;
  readonly type?: string;
}

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
  readonly continueToken?: string;
  readonly resource?: GroupVersionResource;
}

export interface StorageVersionMigrationStatus {
  readonly conditions?: readonly MigrationCondition[];
  readonly resourceVersion?: string;
}
