import { defineRule } from '../../rule.ts';
import { textAt } from '../../workloads/index.ts';

export const cronJobOverlap = defineRule({
  id: 'cron-job-overlap',
  set: 'strict',
  title: 'A run of a CronJob does not begin while the last one still works.',
  fix: 'Set `concurrencyPolicy: Forbid` or `Replace`.',
  severity: 'info',
  kinds: ['batch/CronJob'],
  check({ decoded }, report) {
    const policy = textAt(decoded.object, 'spec', 'concurrencyPolicy');
    if (policy === 'Forbid' || policy === 'Replace') return;
    report({
      messageId: policy === undefined ? 'missing' : 'allowed',
      message: 'runs that take longer than the time between them pile up, and work on the same things at once',
      pointer: '/spec/concurrencyPolicy',
      ...(policy === undefined ? {} : { seen: policy }),
      allowed: 'Forbid, Replace',
    });
  },
});
