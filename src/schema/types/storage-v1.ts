// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { PersistentVolumeSpec as CoreV1PersistentVolumeSpec, TopologySelectorTerm as CoreV1TopologySelectorTerm } from './core-v1.ts';

import type { LabelSelector as MetaV1LabelSelector, ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface CSIDriver {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: CSIDriverSpec;
}

export interface CSIDriverList {
  readonly apiVersion?: string;
  readonly items?: readonly CSIDriver[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface CSIDriverSpec {
  readonly attachRequired?: boolean;
  readonly fsGroupPolicy?: string;
  readonly nodeAllocatableUpdatePeriodSeconds?: number | bigint;
  readonly podInfoOnMount?: boolean;
  readonly preventPodSchedulingIfMissing?: boolean;
  readonly requiresRepublish?: boolean;
  readonly seLinuxMount?: boolean;
  readonly serviceAccountTokenInSecrets?: boolean;
  readonly storageCapacity?: boolean;
  readonly tokenRequests?: readonly TokenRequest[];
  readonly volumeLifecycleModes?: readonly string[];
}

export interface CSINode {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: CSINodeSpec;
  readonly status?: CSINodeStatus;
}

export interface CSINodeDriver {
  readonly allocatable?: VolumeNodeResources;
  readonly name?: string;
  readonly nodeID?: string;
  readonly topologyKeys?: readonly string[];
}

export interface CSINodeList {
  readonly apiVersion?: string;
  readonly items?: readonly CSINode[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface CSINodeSpec {
  readonly drivers?: readonly CSINodeDriver[];
}

export interface CSINodeStatus {
  readonly storageHealth?: readonly StorageHealth[];
}

export interface CSIStorageCapacity {
  readonly apiVersion?: string;
  readonly capacity?: string | number;
  readonly kind?: string;
  readonly maximumVolumeSize?: string | number;
  readonly metadata?: MetaV1ObjectMeta;
  readonly nodeTopology?: MetaV1LabelSelector;
  readonly storageClassName?: string;
}

export interface CSIStorageCapacityList {
  readonly apiVersion?: string;
  readonly items?: readonly CSIStorageCapacity[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface StorageClass {
  readonly allowVolumeExpansion?: boolean;
  readonly allowedTopologies?: readonly CoreV1TopologySelectorTerm[];
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly mountOptions?: readonly string[];
  readonly parameters?: { readonly [key: string]: string };
  readonly provisioner?: string;
  readonly reclaimPolicy?: string;
  readonly volumeBindingMode?: string;
}

export interface StorageClassList {
  readonly apiVersion?: string;
  readonly items?: readonly StorageClass[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface StorageHealth {
  readonly healthConditions?: readonly StorageHealthCondition[];
  readonly name?: string;
}

export interface StorageHealthCondition {
  readonly accessMode?: string;
  readonly lastTransitionTime?: string;
  readonly message?: string;
  readonly reason?: string;
  readonly status?: string;
  readonly volumeMode?: string;
}

export interface TokenRequest {
  readonly audience?: string;
  readonly expirationSeconds?: number | bigint;
}

export interface VolumeAttachment {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: VolumeAttachmentSpec;
  readonly status?: VolumeAttachmentStatus;
}

export interface VolumeAttachmentList {
  readonly apiVersion?: string;
  readonly items?: readonly VolumeAttachment[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface VolumeAttachmentSource {
  readonly inlineVolumeSpec?: CoreV1PersistentVolumeSpec;
  readonly persistentVolumeName?: string;
}

export interface VolumeAttachmentSpec {
  readonly attacher?: string;
  readonly nodeName?: string;
  readonly source?: VolumeAttachmentSource;
}

export interface VolumeAttachmentStatus {
  readonly attachError?: VolumeError;
  readonly attached?: boolean;
  readonly attachmentMetadata?: { readonly [key: string]: string };
  readonly detachError?: VolumeError;
}

export interface VolumeAttributesClass {
  readonly apiVersion?: string;
  readonly driverName?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly parameters?: { readonly [key: string]: string };
}

export interface VolumeAttributesClassList {
  readonly apiVersion?: string;
  readonly items?: readonly VolumeAttributesClass[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface VolumeError {
  readonly errorCode?: number;
  readonly message?: string;
  readonly time?: string;
}

export interface VolumeNodeResources {
  readonly count?: number;
}
