import { defineRule } from '../../rule.ts';
import { numberAt } from '../../workloads/index.ts';

export const cronJobShortDeadline = defineRule({
  id: 'cron-job-short-deadline',
  set: 'recommended',
  title: 'The runs of a CronJob have the time to start that the controller needs.',
  fix: 'Set `startingDeadlineSeconds` to 60 or more.',
  severity: 'warning',
  kinds: ['batch/CronJob'],
  check({ decoded }, report) {
    const deadline = numberAt(decoded.object, 'spec', 'startingDeadlineSeconds');
    if (deadline === undefined || deadline >= 10) return;
    report({
      messageId: 'too-short',
      message: 'a controller that is busy for so long, or starts anew, leaves the run out without a word',
      pointer: '/spec/startingDeadlineSeconds',
      seen: String(deadline),
      allowed: '10 or more',
    });
  },
});
