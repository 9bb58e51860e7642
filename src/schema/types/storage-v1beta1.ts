// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { LabelSelector as MetaV1LabelSelector, ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

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
