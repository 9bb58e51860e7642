import { defineRule } from '../../rule.ts';
import { rolloutSpecOf } from './rollout.ts';

export const rolloutHistory = defineRule({
  id: 'rollout-history',
  set: 'strict',
  title: 'A Rollout keeps revisions to go back to, and no more than it says.',
  fix: 'Set `revisionHistoryLimit`, to 1 at least.',
  severity: 'info',
  kinds: ['argoproj.io/Rollout'],
  check({ decoded }, report) {
    const spec = rolloutSpecOf(decoded.object);
    const limit = spec['revisionHistoryLimit'];
    if (typeof limit === 'number' && limit > 0) return;
    report({
      messageId: limit === undefined ? 'unset' : 'none',
      message:
        limit === undefined ? 'ten old ReplicaSets are kept' : 'no old ReplicaSet is kept: nothing can be rolled back',
      pointer: limit === undefined ? '/spec' : '/spec/revisionHistoryLimit',
      allowed: '1 or more',
    });
  },
});
