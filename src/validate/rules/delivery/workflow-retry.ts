import { isLoose, listOf, mappingOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { Problem } from '../../rule.ts';

/** Source: https://argo-workflows.readthedocs.io/en/latest/retries/ */
const policies: readonly unknown[] = ['Always', 'OnFailure', 'OnError', 'OnTransientError'];

export const workflowRetry = defineRule({
  id: 'workflow-retry',
  set: 'recommended',
  title: 'A Workflow that tries again says how often, and after what.',
  fix: 'Give `retryStrategy` a `limit`, and one of the known values as `retryPolicy`.',
  severity: 'warning',
  kinds: [
    'argoproj.io/Workflow',
    'argoproj.io/CronWorkflow',
    'argoproj.io/WorkflowTemplate',
    'argoproj.io/ClusterWorkflowTemplate',
  ],
  check({ ref, decoded }, report) {
    const outer = mappingOf(mappingOf(decoded.object)['spec']);
    const isCron = ref.kind === 'CronWorkflow';
    const spec = isCron ? mappingOf(outer['workflowSpec']) : outer;
    const base = isCron ? '/spec/workflowSpec' : '/spec';
    const holders = [
      { fields: spec, pointer: base },
      { fields: mappingOf(spec['templateDefaults']), pointer: `${base}/templateDefaults` },
      ...listOf(spec['templates']).map((item, index) => ({
        fields: mappingOf(item),
        pointer: `${base}/templates/${index}`,
      })),
    ];
    for (const { fields, pointer } of holders) {
      const problem = problemOf(fields['retryStrategy'], `${pointer}/retryStrategy`);
      if (problem !== undefined) report(problem);
    }
  },
});

function problemOf(strategy: unknown, pointer: string): Problem | undefined {
  if (!isLoose(strategy)) return undefined;
  if (Object.keys(strategy).length === 0) {
    return {
      messageId: 'empty',
      message: 'an empty retryStrategy tries again without end',
      pointer,
      allowed: 'a limit',
    };
  }
  const { retryPolicy } = strategy;
  if (retryPolicy === undefined || policies.includes(retryPolicy)) return undefined;
  return {
    messageId: 'policy',
    message: `there is no retryPolicy ${typeof retryPolicy === 'string' ? `"${retryPolicy}"` : 'of that type'}`,
    pointer: `${pointer}/retryPolicy`,
    allowed: policies.join(', '),
  };
}
