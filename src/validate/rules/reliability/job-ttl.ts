import { memberOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { listAt } from '../../workloads/index.ts';

const hooks = ['argocd.argoproj.io/hook', 'helm.sh/hook'];

export const jobTtl = defineRule({
  id: 'job-ttl',
  set: 'strict',
  title: 'A finished Job is removed, and by one rule only.',
  fix: 'Set `ttlSecondsAfterFinished` on a Job; on a CronJob use `successfulJobsHistoryLimit` and `failedJobsHistoryLimit`.',
  severity: 'info',
  aliases: ['kube-linter/job-ttl-seconds-after-finished', 'kyverno/add-ttl-jobs'],
  kinds: ['batch/Job', 'batch/CronJob'],
  check({ decoded, ref }, report) {
    const { object } = decoded;
    if (ref.kind === 'CronJob') {
      const field = ['spec', 'jobTemplate', 'spec', 'ttlSecondsAfterFinished'];
      if (memberOf(object, ...field) === undefined) return;
      report({
        messageId: 'twice',
        message: 'the history limits of the CronJob remove its Jobs already: whichever comes first wins',
        pointer: `/${field.join('/')}`,
      });
      return;
    }
    if (memberOf(object, 'spec', 'ttlSecondsAfterFinished') !== undefined) return;
    // Its owner, or the tool that runs the hook, removes it.
    if (listAt(object, 'metadata', 'ownerReferences').length > 0) return;
    if (hooks.some((hook) => memberOf(object, 'metadata', 'annotations', hook) !== undefined)) return;
    report({
      messageId: 'missing',
      message: 'once it has finished, the Job and its pods stay until somebody deletes them',
      pointer: '/spec/ttlSecondsAfterFinished',
    });
  },
});
