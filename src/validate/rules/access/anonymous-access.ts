import { grantsOf, nameOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { isDefaultBinding, whereOf } from './binding-rule.ts';
import { bindingKinds } from './role-rule.ts';

const nobody: ReadonlySet<string> = new Set(['User system:anonymous', 'Group system:unauthenticated']);
/** Made to be read before somebody signs in: versions and health, keys of tokens, what joins a node to a cluster. */
const open: ReadonlySet<string> = new Set([
  'kubeadm:bootstrap-signer-clusterinfo',
  'system:public-info-viewer',
  'system:service-account-issuer-discovery',
]);

export const anonymousAccess = defineRule({
  id: 'anonymous-access',
  set: 'recommended',
  title: 'Nobody has rights without signing in.',
  fix: 'Bind a group that people or accounts are members of; `system:anonymous` and `system:unauthenticated` are whoever reaches the API server.',
  severity: 'error',
  kinds: bindingKinds,
  checkSet(world, report) {
    for (const grant of grantsOf(world)) {
      const { binding, role } = grant;
      if (isDefaultBinding(grant) || open.has(role.name)) continue;
      for (const { subject, pointer } of grant.subjects) {
        const name = nameOf(subject);
        if (!nobody.has(name)) continue;
        report(binding, {
          messageId: 'anonymous',
          message: `${name} has the rights of ${role.kind} ${role.name}${whereOf(grant)}: nobody needs to sign in for them`,
          pointer: `${pointer}/name`,
          seen: subject.name ?? '',
        });
      }
    }
  },
});
