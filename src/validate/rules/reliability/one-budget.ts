import { formatObject, objectKey } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { budgetsByWorkload } from '../../workloads/index.ts';

export const oneBudget = defineRule({
  id: 'one-budget',
  set: 'recommended',
  title: 'A pod has one PodDisruptionBudget.',
  fix: 'Remove one of the budgets, or narrow its selector.',
  severity: 'error',
  kinds: ['policy/PodDisruptionBudget'],
  checkSet(world, report) {
    for (const [workload, [first, ...others]] of world.view(budgetsByWorkload)) {
      for (const budget of others) {
        if (first === undefined || objectKey(first.ref) === objectKey(budget.ref)) continue;
        report(budget, {
          messageId: 'second',
          message: `it selects the pods of ${formatObject(workload.ref)}, which PodDisruptionBudget "${first.ref.name}" selects, too: the server refuses to evict them`,
          pointer: '/spec/selector',
          related: [{ object: first, pointer: '/spec/selector' }, { object: workload }],
        });
      }
    }
  },
});
