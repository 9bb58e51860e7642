// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

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
