// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { LabelSelector as MetaV1LabelSelector, ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface AggregationRule {
  readonly clusterRoleSelectors?: readonly MetaV1LabelSelector[];
}

export interface ClusterRole {
  readonly aggregationRule?: AggregationRule;
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly rules?: readonly PolicyRule[];
}

export interface ClusterRoleBinding {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly roleRef?: RoleRef;
  readonly subjects?: readonly Subject[];
}

export interface ClusterRoleBindingList {
  readonly apiVersion?: string;
  readonly items?: readonly ClusterRoleBinding[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface ClusterRoleList {
  readonly apiVersion?: string;
  readonly items?: readonly ClusterRole[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface PolicyRule {
  readonly apiGroups?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly resources?: readonly string[];
  readonly verbs?: readonly string[];
}

export interface Role {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly rules?: readonly PolicyRule[];
}

export interface RoleBinding {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly roleRef?: RoleRef;
  readonly subjects?: readonly Subject[];
}

export interface RoleBindingList {
  readonly apiVersion?: string;
  readonly items?: readonly RoleBinding[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface RoleList {
  readonly apiVersion?: string;
  readonly items?: readonly Role[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface RoleRef {
  readonly apiGroup?: string;
  readonly kind?: string;
  readonly name?: string;
}

export interface Subject {
  readonly apiGroup?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}
