// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface LeaseCandidate {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: LeaseCandidateSpec;
}

export interface LeaseCandidateList {
  readonly apiVersion?: string;
  readonly items?: readonly LeaseCandidate[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface LeaseCandidateSpec {
  readonly binaryVersion?: string;
  readonly emulationVersion?: string;
  readonly leaseName?: string;
  readonly pingTime?: string;
  readonly renewTime?: string;
  readonly strategy?: string;
}
