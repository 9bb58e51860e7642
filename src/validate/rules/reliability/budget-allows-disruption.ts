import { defineRule } from '../../rule.ts';

export const budgetAllowsDisruption = defineRule({
  id: 'budget-allows-disruption',
  set: 'recommended',
  title: 'A PodDisruptionBudget allows some disruption.',
  fix: 'Set `maxUnavailable: 1`; for what must never be evicted, waive the rule and say who moves it.',
  severity: 'warning',
  aliases: [
    'kube-linter/pdb-max-unavailable',
    'kube-linter/pdb-min-available',
    'polaris/pdbDisruptionsIsZero',
    'kyverno/pdb-maxunavailable',
    'gatekeeper/K8sPodDisruptionBudget',
  ],
  kinds: ['policy/PodDisruptionBudget'],
  check({ decoded, builtIn }, report) {
    if (builtIn === undefined) return;
    const { spec = {} } = decoded.object as {
      readonly spec?: { readonly minAvailable?: unknown; readonly maxUnavailable?: unknown };
    };
    const { minAvailable, maxUnavailable } = spec;
    if (maxUnavailable === 0 || maxUnavailable === '0%') {
      report({
        messageId: 'none-unavailable',
        message: 'no pod may ever be missing: a node with one of them cannot be drained',
        pointer: '/spec/maxUnavailable',
        seen: String(maxUnavailable),
        allowed: '1 or more',
      });
    }
    if (minAvailable === '100%') {
      report({
        messageId: 'all-available',
        message: 'all pods must always be there: a node with one of them cannot be drained',
        pointer: '/spec/minAvailable',
        seen: minAvailable,
        allowed: 'less than 100%',
      });
    }
  },
});
