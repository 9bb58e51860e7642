import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { Labels, ObjectMeta } from './metadata.ts';
import type { PodTemplate } from './pod.ts';

/** `io.k8s.api.batch.v1.JobSpec`. The selector is the Job controller's own and is never given. */
export interface JobSpec {
  readonly template: PodTemplate;
  readonly backoffLimit?: number;
  /** Seconds, retries included. */
  readonly activeDeadlineSeconds?: number;
  readonly ttlSecondsAfterFinished?: number;
  readonly parallelism?: number;
  readonly completions?: number;
  readonly completionMode?: 'NonIndexed' | 'Indexed';
}

/** `io.k8s.api.batch.v1.Job`. */
export interface JobProps {
  readonly metadata: ObjectMeta;
  readonly spec: JobSpec;
}

export class Job extends KubeObject {
  constructor(scope: Construct, id: string, props: JobProps) {
    super(scope, id, { apiVersion: 'batch/v1', kind: 'Job', ...props }, { library: k8s.KubeJob });
  }
}

/** `io.k8s.api.batch.v1.CronJob`. */
export interface CronJobProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    /** Five fields of cron. */
    readonly schedule: string;
    /** Of the tz database (`Europe/London`); the API's default is the zone of the controller manager. */
    readonly timeZone?: string;
    readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
    /** Seconds after which a missed run is given up. */
    readonly startingDeadlineSeconds?: number;
    readonly suspend?: boolean;
    readonly successfulJobsHistoryLimit?: number;
    readonly failedJobsHistoryLimit?: number;
    readonly jobTemplate: {
      readonly metadata?: { readonly labels?: Labels; readonly annotations?: Labels };
      readonly spec: JobSpec;
    };
  };
}

export class CronJob extends KubeObject {
  constructor(scope: Construct, id: string, props: CronJobProps) {
    super(scope, id, { apiVersion: 'batch/v1', kind: 'CronJob', ...props }, { library: k8s.KubeCronJob });
  }
}
