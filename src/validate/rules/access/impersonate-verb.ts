import { powers } from '../../../analysis/index.ts';
import { defineRoleRule } from './role-rule.ts';

export const impersonateVerb = defineRoleRule({
  id: 'impersonate-verb',
  title: 'No role lets its holders act as anybody they like.',
  fix: 'Name the users, groups or accounts in `resourceNames`, or take the verb `impersonate` away.',
  power: powers.impersonate,
});
