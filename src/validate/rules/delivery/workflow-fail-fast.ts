import { defineRule } from '../../rule.ts';
import { fieldsOf, isRaw, itemsOf } from './raw.ts';

export const workflowFailFast = defineRule({
  id: 'workflow-fail-fast',
  set: 'strict',
  title: 'A graph of tasks says whether the other branches go on when one fails.',
  fix: 'Set `dag.failFast`: `false` lets the branches that do not depend on the failure finish.',
  severity: 'info',
  kinds: ['argoproj.io/Workflow', 'argoproj.io/WorkflowTemplate', 'argoproj.io/ClusterWorkflowTemplate'],
  check({ decoded }, report) {
    const spec = fieldsOf(fieldsOf(decoded.object)['spec']);
    for (const [index, item] of itemsOf(spec['templates']).entries()) {
      const { dag } = fieldsOf(item);
      // Where nothing runs side by side, nothing is cut off.
      if (!isRaw(dag) || typeof dag['failFast'] === 'boolean' || itemsOf(dag['tasks']).length < 2) continue;
      report({
        messageId: 'unset',
        message: 'the first failure stops the scheduling of all branches, and nothing here says that this is meant',
        pointer: `/spec/templates/${index}/dag`,
        allowed: 'failFast: true or false',
      });
    }
  },
});
