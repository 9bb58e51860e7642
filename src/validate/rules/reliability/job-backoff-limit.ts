import { memberOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const jobBackoffLimit = defineRule({
  id: 'job-backoff-limit',
  set: 'strict',
  title: 'A Job says how often it is tried again.',
  fix: 'Set `backoffLimit`: 0 for what must not run twice.',
  severity: 'info',
  kinds: ['batch/Job', 'batch/CronJob'],
  check({ decoded, ref }, report) {
    const spec = ref.kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec'] : ['spec'];
    if (memberOf(decoded.object, ...spec, 'backoffLimit') !== undefined) return;
    report({
      messageId: 'missing',
      message: 'left out, a failed run is tried again six times, whether it may be or not',
      pointer: `/${spec.join('/')}/backoffLimit`,
    });
  },
});
