import { powers } from '../../../analysis/index.ts';
import { defineRoleRule } from './role-rule.ts';

export const escalateVerb = defineRoleRule({
  id: 'escalate-verb',
  title: 'No role lets its holders write roles with more rights than they have.',
  fix: 'Take the verb `escalate` away; who must write roles gets every right of these roles itself.',
  aliases: ['checkov/CKV_K8S_158'],
  power: powers.escalate,
});
