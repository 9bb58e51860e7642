import { mappingOf, textOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const workflowServiceAccount = defineRule({
  id: 'workflow-service-account',
  set: 'strict',
  title: 'A Workflow runs with a service account of its own.',
  fix: 'Set `spec.serviceAccountName` to an account with the few rights that the steps need.',
  severity: 'warning',
  kinds: ['argoproj.io/Workflow', 'argoproj.io/CronWorkflow'],
  check({ ref, decoded }, report) {
    const outer = mappingOf(mappingOf(decoded.object)['spec']);
    const isCron = ref.kind === 'CronWorkflow';
    const spec = isCron ? mappingOf(outer['workflowSpec']) : outer;
    const pointer = isCron ? '/spec/workflowSpec' : '/spec';
    const account = textOf(spec['serviceAccountName']);
    if ((account !== undefined && account !== 'default') || 'workflowTemplateRef' in spec) return;
    report({
      messageId: 'default',
      message: 'the steps run with the account `default` of the namespace, whose rights all its pods share',
      pointer:
        account === undefined
          ? isCron && !('workflowSpec' in outer)
            ? '/spec'
            : pointer
          : `${pointer}/serviceAccountName`,
      allowed: 'an account of its own',
    });
  },
});
