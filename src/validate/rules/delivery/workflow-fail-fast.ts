import { isLoose, listOf, mappingOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const workflowFailFast = defineRule({
  id: 'workflow-fail-fast',
  set: 'strict',
  title: 'A graph of tasks says whether the other branches go on when one fails.',
  fix: 'Set `dag.failFast`: `false` lets the branches that do not depend on the failure finish.',
  severity: 'info',
  kinds: ['argoproj.io/Workflow', 'argoproj.io/WorkflowTemplate', 'argoproj.io/ClusterWorkflowTemplate'],
  check({ decoded }, report) {
    const spec = mappingOf(mappingOf(decoded.object)['spec']);
    for (const [index, item] of listOf(spec['templates']).entries()) {
      const { dag } = mappingOf(item);
      // Where nothing runs side by side, nothing is cut off.
      if (!isLoose(dag) || typeof dag['failFast'] === 'boolean' || listOf(dag['tasks']).length < 2) continue;
      report({
        messageId: 'unset',
        message: 'the first failure stops the scheduling of all branches, and nothing here says that this is meant',
        pointer: `/spec/templates/${index}/dag`,
        allowed: 'failFast: true or false',
      });
    }
  },
});
