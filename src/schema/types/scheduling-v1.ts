// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface PriorityClass {
  readonly apiVersion?: string;
  readonly description?: string;
  readonly globalDefault?: boolean;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly preemptionPolicy?: string;
  readonly value?: number;
}

export interface PriorityClassList {
  readonly apiVersion?: string;
  readonly items?: readonly PriorityClass[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}
