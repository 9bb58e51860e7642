// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { Toleration as CoreV1Toleration } from './core-v1.ts';

import type { ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface Overhead {
  readonly podFixed?: { readonly [key: string]: string | number };
}

export interface RuntimeClass {
  readonly apiVersion?: string;
  readonly handler?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly overhead?: Overhead;
  readonly scheduling?: Scheduling;
}

export interface RuntimeClassList {
  readonly apiVersion?: string;
  readonly items?: readonly RuntimeClass[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface Scheduling {
  readonly nodeSelector?: { readonly [key: string]: string };
  readonly tolerations?: readonly CoreV1Toleration[];
}
