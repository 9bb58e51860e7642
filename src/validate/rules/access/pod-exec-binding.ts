import { powers } from '../../../analysis/index.ts';
import { defineBindingRule } from './binding-rule.ts';

export const podExecBinding = defineBindingRule({
  id: 'pod-exec-binding',
  title: 'Nobody is bound to a role with which they run commands in pods.',
  fix: 'Bind a role without `pods/exec` and `pods/attach`, or keep the binding for an emergency alone.',
  aliases: [
    'polaris/clusterrolebindingPodExecAttach',
    'polaris/rolebindingClusterRolePodExecAttach',
    'polaris/rolebindingRolePodExecAttach',
  ],
  power: powers.exec,
});
