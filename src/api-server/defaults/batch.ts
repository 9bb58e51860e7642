import type { FillType } from './fill-type.ts';
import { fill, isMembers, madeAt, membersAt } from './members.ts';

export const ofBatch: Readonly<Record<string, FillType>> = {
  'batch.v1.Job': (job, minor) => {
    const spec = madeAt(job, 'spec');
    if (spec['completions'] === undefined && spec['parallelism'] === undefined) spec['completions'] = 1;
    fill(spec, {
      parallelism: 1,
      backoffLimit: spec['backoffLimitPerIndex'] === undefined ? 6 : 2_147_483_647,
      completionMode: 'NonIndexed',
      suspend: false,
      manualSelector: false,
    });
    const replaced = spec['podFailurePolicy'] === undefined ? 'TerminatingOrFailed' : 'Failed';
    if (minor >= 29) fill(spec, { podReplacementPolicy: replaced });
    const labels = membersAt(membersAt(spec, 'template'), 'metadata')['labels'];
    if (isMembers(labels)) fill(madeAt(job, 'metadata'), { labels });
  },
  'batch.v1.CronJobSpec': (spec) =>
    fill(spec, {
      concurrencyPolicy: 'Allow',
      suspend: false,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
    }),
  'batch.v1.PodFailurePolicyOnPodConditionsPattern': (pattern) => fill(pattern, { status: 'True' }),
};
