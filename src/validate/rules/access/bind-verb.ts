import { powers } from '../../../analysis/index.ts';
import { defineRoleRule } from './role-rule.ts';

export const bindVerb = defineRoleRule({
  id: 'bind-verb',
  title: 'No role lets its holders bind any role they like.',
  fix: 'Name the roles that may be bound in `resourceNames`, or take the verb `bind` away.',
  aliases: ['checkov/CKV_K8S_157'],
  power: powers.bind,
});
