import { memberOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const budgetUnhealthyPods = defineRule({
  id: 'budget-unhealthy-pods',
  set: 'strict',
  title: 'A PodDisruptionBudget says what happens to pods that are not healthy.',
  fix: 'Set `unhealthyPodEvictionPolicy: AlwaysAllow`.',
  severity: 'info',
  aliases: ['kube-linter/pdb-unhealthy-pod-eviction-policy'],
  kinds: ['policy/PodDisruptionBudget'],
  check({ decoded, target }, report) {
    // Before, there is no such field.
    if (target.minor < 27 || memberOf(decoded.object, 'spec', 'unhealthyPodEvictionPolicy') !== undefined) return;
    report({
      messageId: 'missing',
      message: 'pods that never become ready stop the drain of their node: left out, the policy is IfHealthyBudget',
      pointer: '/spec/unhealthyPodEvictionPolicy',
      allowed: 'AlwaysAllow, IfHealthyBudget',
    });
  },
});
