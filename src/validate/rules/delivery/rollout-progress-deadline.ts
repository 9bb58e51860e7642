import { defineRule } from '../../rule.ts';
import { rolloutSpecOf } from './rollout.ts';

export const rolloutProgressDeadline = defineRule({
  id: 'rollout-progress-deadline',
  set: 'strict',
  title: 'A Rollout that misses its progress deadline is aborted.',
  fix: 'Set `progressDeadlineAbort: true` beside `progressDeadlineSeconds`.',
  severity: 'warning',
  kinds: ['argoproj.io/Rollout'],
  check({ decoded }, report) {
    const spec = rolloutSpecOf(decoded.object);
    if (spec['progressDeadlineSeconds'] === undefined || spec['progressDeadlineAbort'] === true) return;
    report({
      messageId: 'not-aborted',
      message: 'after the deadline the Rollout is Degraded, and its broken pods go on failing',
      pointer: 'progressDeadlineAbort' in spec ? '/spec/progressDeadlineAbort' : '/spec/progressDeadlineSeconds',
      allowed: 'progressDeadlineAbort: true',
    });
  },
});
