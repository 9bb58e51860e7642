import { powers } from '../../../analysis/index.ts';
import { defineRoleRule } from './role-rule.ts';

export const approveCertificates = defineRoleRule({
  id: 'approve-certificates',
  title: 'No role lets its holders approve certificates for every signer.',
  fix: 'Name the signers in `resourceNames`, as in `example.com/issuer` or `example.com/*`.',
  aliases: ['checkov/CKV_K8S_156'],
  power: powers.approve,
});
