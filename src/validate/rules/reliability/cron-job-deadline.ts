import { memberOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const cronJobDeadline = defineRule({
  id: 'cron-job-deadline',
  set: 'strict',
  title: 'A CronJob says how late a run may start.',
  fix: 'Set `startingDeadlineSeconds` to less than the time between two runs, and to 60 or more.',
  severity: 'warning',
  aliases: ['kube-score/cronjob-has-deadline'],
  kinds: ['batch/CronJob'],
  check({ decoded }, report) {
    if (memberOf(decoded.object, 'spec', 'startingDeadlineSeconds') !== undefined) return;
    report({
      messageId: 'missing',
      message: 'a run that was missed starts however late it is: that of the night at noon',
      pointer: '/spec/startingDeadlineSeconds',
    });
  },
});
