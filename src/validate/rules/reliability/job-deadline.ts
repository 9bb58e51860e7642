import { memberOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const jobDeadline = defineRule({
  id: 'job-deadline',
  set: 'strict',
  title: 'A Job that hangs is stopped.',
  fix: 'Set `activeDeadlineSeconds` to several times what a run takes.',
  severity: 'info',
  kinds: ['batch/Job', 'batch/CronJob'],
  check({ decoded, ref }, report) {
    const spec = ref.kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec'] : ['spec'];
    if (memberOf(decoded.object, ...spec, 'activeDeadlineSeconds') !== undefined) return;
    report({
      messageId: 'missing',
      message: 'a run that hangs is never stopped',
      pointer: `/${spec.join('/')}/activeDeadlineSeconds`,
    });
  },
});
