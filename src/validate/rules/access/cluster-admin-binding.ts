import { powers } from '../../../analysis/index.ts';
import { defineBindingRule } from './binding-rule.ts';

export const clusterAdminBinding = defineBindingRule({
  id: 'cluster-admin-binding',
  title: 'Nobody is bound to a role that may do everything.',
  fix: 'Bind a role with the rights that are needed, one by one.',
  aliases: [
    'kube-linter/cluster-admin-role-binding',
    'polaris/clusterrolebindingClusterAdmin',
    'polaris/rolebindingClusterAdminClusterRole',
    'polaris/rolebindingClusterAdminRole',
  ],
  power: powers.everything,
});
