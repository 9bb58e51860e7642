import { defineRule } from '../../rule.ts';
import { valueAt } from '../../workloads/index.ts';

export const cronJobDeadline = defineRule({
  id: 'cron-job-deadline',
  set: 'strict',
  title: 'A CronJob says how late a run may start.',
  fix: 'Set `startingDeadlineSeconds` to less than the time between two runs, and to 60 or more.',
  severity: 'warning',
  aliases: ['kube-score/cronjob-has-deadline'],
  kinds: ['batch/CronJob'],
  check({ decoded }, report) {
    if (valueAt(decoded.object, 'spec', 'startingDeadlineSeconds') !== undefined) return;
    report({
      messageId: 'missing',
      message: 'a missed run starts however late it is, and after more than 100 missed runs none starts at all',
      pointer: '/spec/startingDeadlineSeconds',
    });
  },
});
