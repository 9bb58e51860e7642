import { powers } from '../../../analysis/index.ts';
import { defineRoleRule } from './role-rule.ts';

export const tokenCreation = defineRoleRule({
  id: 'token-creation',
  title: 'No role lets its holders make tokens of every service account.',
  fix: 'Name the service accounts in `resourceNames`.',
  power: powers.tokens,
});
