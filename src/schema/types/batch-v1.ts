// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { ObjectReference as CoreV1ObjectReference, PodTemplateSpec as CoreV1PodTemplateSpec } from './core-v1.ts';

import type { LabelSelector as MetaV1LabelSelector, ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

import type { WorkloadPodGroupDisruptionMode as SchedulingV1alpha3WorkloadPodGroupDisruptionMode, WorkloadPodGroupResourceClaim as SchedulingV1alpha3WorkloadPodGroupResourceClaim, WorkloadPodGroupSchedulingConstraints as SchedulingV1alpha3WorkloadPodGroupSchedulingConstraints, WorkloadPodGroupSchedulingPolicy as SchedulingV1alpha3WorkloadPodGroupSchedulingPolicy } from './scheduling-v1alpha3.ts';

export interface CronJob {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: CronJobSpec;
  readonly status?: CronJobStatus;
}

export interface CronJobList {
  readonly apiVersion?: string;
  readonly items?: readonly CronJob[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface CronJobSpec {
  readonly concurrencyPolicy?: string;
  readonly failedJobsHistoryLimit?: number;
  readonly jobTemplate?: JobTemplateSpec;
  readonly schedule?: string;
  readonly startingDeadlineSeconds?: number | bigint;
  readonly successfulJobsHistoryLimit?: number;
  readonly suspend?: boolean;
  readonly timeZone?: string;
}

export interface CronJobStatus {
  readonly active?: readonly CoreV1ObjectReference[];
  readonly lastScheduleTime?: string;
  readonly lastSuccessfulTime?: string;
}

export interface Job {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: JobSpec;
  readonly status?: JobStatus;
}

export interface JobCondition {
  readonly lastProbeTime?: string;
  readonly lastTransitionTime?: string;
  readonly message?: string;
  readonly reason?: string;
  readonly status?: string;
  readonly type?: string;
}

export interface JobList {
  readonly apiVersion?: string;
  readonly items?: readonly Job[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface JobSchedulingConfiguration {
  readonly disruptionMode?: SchedulingV1alpha3WorkloadPodGroupDisruptionMode;
  readonly resourceClaims?: readonly SchedulingV1alpha3WorkloadPodGroupResourceClaim[];
  readonly schedulingConstraints?: SchedulingV1alpha3WorkloadPodGroupSchedulingConstraints;
  readonly schedulingPolicy?: SchedulingV1alpha3WorkloadPodGroupSchedulingPolicy;
}

export interface JobSpec {
  readonly activeDeadlineSeconds?: number | bigint;
  readonly backoffLimit?: number;
  readonly backoffLimitPerIndex?: number;
  readonly completionMode?: string;
  readonly completions?: number;
  readonly managedBy?: string;
  readonly manualSelector?: boolean;
  readonly maxFailedIndexes?: number;
  readonly parallelism?: number;
  readonly podFailurePolicy?: PodFailurePolicy;
  readonly podReplacementPolicy?: string;
  readonly scheduling?: JobSchedulingConfiguration;
  readonly selector?: MetaV1LabelSelector;
  readonly successPolicy?: SuccessPolicy;
  readonly suspend?: boolean;
  readonly template?: CoreV1PodTemplateSpec;
  readonly ttlSecondsAfterFinished?: number;
}

export interface JobStatus {
  readonly active?: number;
  readonly completedIndexes?: string;
  readonly completionTime?: string;
  readonly conditions?: readonly JobCondition[];
  readonly failed?: number;
  readonly failedIndexes?: string;
  readonly ready?: number;
  readonly startTime?: string;
  readonly succeeded?: number;
  readonly terminating?: number;
  readonly uncountedTerminatedPods?: UncountedTerminatedPods;
}

export interface JobTemplateSpec {
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: JobSpec;
}

export interface PodFailurePolicy {
  readonly rules?: readonly PodFailurePolicyRule[];
}

export interface PodFailurePolicyOnExitCodesRequirement {
  readonly containerName?: string;
  readonly operator?: string;
  readonly values?: readonly number[];
}

export interface PodFailurePolicyOnPodConditionsPattern {
  readonly status?: string;
  readonly type?: string;
}

export interface PodFailurePolicyRule {
  readonly action?: string;
  readonly onExitCodes?: PodFailurePolicyOnExitCodesRequirement;
  readonly onPodConditions?: readonly PodFailurePolicyOnPodConditionsPattern[];
}

export interface SuccessPolicy {
  readonly rules?: readonly SuccessPolicyRule[];
}

export interface SuccessPolicyRule {
  readonly succeededCount?: number;
  readonly succeededIndexes?: string;
}

export interface UncountedTerminatedPods {
  readonly failed?: readonly string[];
  readonly succeeded?: readonly string[];
}
