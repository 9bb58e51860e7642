import { grantsOf, nameOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { whereOf } from './binding-rule.ts';
import { bindingKinds } from './role-rule.ts';

export const defaultAccountBinding = defineRule({
  id: 'default-account-binding',
  set: 'recommended',
  title: 'No rights are given to a service account that pods have without asking for it.',
  fix: 'Make a service account for the workload, name it in `serviceAccountName`, and bind that one.',
  severity: 'warning',
  aliases: ['checkov/CKV_K8S_42'],
  kinds: bindingKinds,
  checkSet(world, report) {
    for (const grant of grantsOf(world)) {
      const { binding, role } = grant;
      for (const { subject, pointer } of grant.subjects) {
        if (subject.kind !== 'ServiceAccount' || subject.name !== 'default') continue;
        report(binding, {
          messageId: 'default-account',
          message: `${nameOf(subject)} has the rights of ${role.kind} ${role.name}${whereOf(grant)}: every pod of its namespace that names no account of its own has them`,
          pointer: `${pointer}/name`,
          seen: 'default',
        });
      }
    }
  },
});
