import { powers } from '../../../analysis/index.ts';
import { defineBindingRule } from './binding-rule.ts';

export const podCreation = defineBindingRule({
  id: 'pod-creation',
  title: 'Nobody is bound to a role that creates pods.',
  fix: 'Leave workloads to the delivery, and bind a role without `create` on them.',
  aliases: ['kube-linter/access-to-create-pods', 'monokle/KBP107'],
  power: powers.pods,
});
