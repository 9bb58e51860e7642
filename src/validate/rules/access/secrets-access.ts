import { powers } from '../../../analysis/index.ts';
import { defineBindingRule } from './binding-rule.ts';

export const secretsAccess = defineBindingRule({
  id: 'secrets-access',
  title: 'Nobody is bound to a role that reads or writes Secrets.',
  fix: 'Name the Secrets in `resourceNames` of a Role, or mount what is needed into the pod.',
  aliases: ['kube-linter/access-to-secrets'],
  power: powers.secrets,
});
