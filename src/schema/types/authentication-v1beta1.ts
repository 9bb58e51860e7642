// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { UserInfo as AuthenticationV1UserInfo } from './authentication-v1.ts';

import type { ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface SelfSubjectReview {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly status?: SelfSubjectReviewStatus;
}

export interface SelfSubjectReviewStatus {
  readonly userInfo?: AuthenticationV1UserInfo;
}
