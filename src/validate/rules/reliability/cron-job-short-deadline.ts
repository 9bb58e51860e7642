import { defineRule } from '../../rule.ts';
import { numberAt } from '../../workloads/index.ts';

export const cronJobShortDeadline = defineRule({
  id: 'cron-job-short-deadline',
  set: 'recommended',
  title: 'The runs of a CronJob have the time to start that the controller needs.',
  fix: 'Set `startingDeadlineSeconds` to 60 or more.',
  severity: 'error',
  kinds: ['batch/CronJob'],
  check({ decoded }, report) {
    const deadline = numberAt(decoded.object, 'spec', 'startingDeadlineSeconds');
    if (deadline === undefined || deadline >= 10) return;
    report({
      messageId: 'too-short',
      message: 'the controller looks every 10 seconds: a run that may not start later than this may never start',
      pointer: '/spec/startingDeadlineSeconds',
      seen: String(deadline),
      allowed: '10 or more',
    });
  },
});
