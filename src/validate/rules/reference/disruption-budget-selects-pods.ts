import { formatSelector } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import type { PodDisruptionBudget } from '../../../schema/types/policy-v1.ts';
import { defineRule } from '../../rule.ts';
import { softly } from './elsewhere.ts';
import { placeOf, referencesIn } from './ends.ts';

export const disruptionBudgetSelectsPods = defineRule({
  id: 'disruption-budget-selects-pods',
  set: 'reference',
  title: 'A PodDisruptionBudget takes pods of its namespace.',
  fix: 'Make the selector equal to labels of the pod template that the budget is for.',
  severity: 'error',
  kinds: ['policy/PodDisruptionBudget'],
  checkSet(world, report) {
    for (const object of world.ofKind('policy/PodDisruptionBudget')) {
      const selector = (object.object as PodDisruptionBudget).spec?.selector;
      // None takes nothing on purpose, and an empty one takes all there are.
      if (selector === undefined || formatSelector(selector) === 'everything') continue;
      if (referencesIn(world).podsMatching(object.ref.namespace, selector).length > 0) continue;
      report(object, {
        messageId: 'none',
        ...softly(world),
        message: `${formatObject(object.ref)} is for pods with ${formatSelector(selector)}, which ${placeOf(world)} not have`,
        pointer: '/spec/selector',
        seen: formatSelector(selector),
      });
    }
  },
});
