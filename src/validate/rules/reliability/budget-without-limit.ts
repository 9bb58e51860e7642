import { defineRule } from '../../rule.ts';

export const budgetWithoutLimit = defineRule({
  id: 'budget-without-limit',
  set: 'recommended',
  title: 'A PodDisruptionBudget says how many pods may be missing.',
  fix: 'Set `maxUnavailable` (best) or `minAvailable`.',
  severity: 'error',
  aliases: ['kube-score/poddisruptionbudget-has-policy'],
  kinds: ['policy/PodDisruptionBudget'],
  check({ decoded, builtIn }, report) {
    const { spec = {} } = decoded.object as {
      readonly spec?: { readonly minAvailable?: unknown; readonly maxUnavailable?: unknown };
    };
    if (builtIn === undefined || spec.minAvailable !== undefined || spec.maxUnavailable !== undefined) return;
    report({
      messageId: 'missing',
      message: 'without `maxUnavailable` or `minAvailable` no pod may ever be evicted, and no node drained',
      pointer: '/spec',
    });
  },
});
