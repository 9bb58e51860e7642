import { powers } from '../../../analysis/index.ts';
import { defineRoleRule } from './role-rule.ts';

export const webhookConfigurations = defineRoleRule({
  id: 'webhook-configurations',
  title: 'No role lets its holders write any webhook configuration.',
  fix: 'Name the configurations in `resourceNames` and leave out `create`: deliver the configuration as a manifest.',
  aliases: ['checkov/CKV_K8S_155'],
  power: powers.webhooks,
});
