import { grantsOf, nameOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { isDefaultBinding, whereOf } from './binding-rule.ts';
import { bindingKinds } from './role-rule.ts';

const everyone: ReadonlyMap<string, string> = new Map([
  ['Group system:authenticated', 'everybody who signed in, every service account included'],
  ['Group system:serviceaccounts', 'every service account of every namespace'],
]);

export const everyoneAccess = defineRule({
  id: 'everyone-access',
  set: 'strict',
  title: 'Rights are for groups that somebody chose the members of.',
  fix: 'Bind the group or the service account that needs the right.',
  severity: 'warning',
  kinds: bindingKinds,
  checkSet(world, report) {
    for (const grant of grantsOf(world)) {
      const { binding, role } = grant;
      if (isDefaultBinding(grant) || role.name.startsWith('system:')) continue;
      for (const { subject, pointer } of grant.subjects) {
        const members = everyone.get(nameOf(subject));
        if (members === undefined) continue;
        report(binding, {
          messageId: 'everyone',
          message: `${nameOf(subject)} is ${members}: all of them have the rights of ${role.kind} ${role.name}${whereOf(grant)}`,
          pointer: `${pointer}/name`,
          seen: subject.name ?? '',
        });
      }
    }
  },
});
