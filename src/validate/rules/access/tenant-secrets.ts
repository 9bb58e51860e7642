import { accountNamespace, grantsOf, nameOf, powers, rulesWith, tenancyOf } from '../../../analysis/index.ts';
import type { Tenant } from '../../../model/types.ts';
import type { Subject } from '../../../schema/types/rbac-v1.ts';
import { defineRule } from '../../rule.ts';

export const tenantSecrets = defineRule({
  id: 'tenant-secrets',
  set: 'recommended',
  title: "A tenant's Secrets are read by its own admins and editors, and by accounts of its namespaces.",
  fix: "Bind a role that reads no Secrets, or make the group one of the tenant's `access.admin` or `access.edit`.",
  severity: 'error',
  needs: 'fleet',
  kinds: ['rbac.authorization.k8s.io/RoleBinding'],
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    if (tenancy === undefined) return;
    for (const { binding, role, rights, subjects } of grantsOf(world)) {
      const tenant = tenancy.ownerOf(binding.ref.namespace);
      if (tenant === undefined) continue;
      const [first] = rulesWith(powers.readSecrets, rights?.rules ?? []);
      // A Role that names its Secrets was written for somebody.
      if (first === undefined || (first.rule.resourceNames ?? []).length > 0) continue;
      for (const { subject, pointer } of subjects) {
        if (mayRead(subject, tenant)) continue;
        report(binding, {
          messageId: 'reads-secrets',
          message: `${nameOf(subject)} reads the Secrets of tenant ${tenant.name} in namespace ${binding.ref.namespace ?? ''} by ${role.kind} ${role.name}, and is not among its admins and editors`,
          pointer: `${pointer}/name`,
          seen: subject.name ?? '',
          ...(first.role === undefined ? {} : { related: [{ object: first.role, pointer: first.pointer }] }),
        });
      }
    }
  },
});

function mayRead(subject: Subject, { access, namespaces }: Tenant): boolean {
  const home = accountNamespace(subject);
  if (home !== undefined) return namespaces.includes(home);
  const { name = '' } = subject;
  return [access.admin, access.edit].some(({ groups = [], users = [] }) =>
    (subject.kind === 'Group' ? groups : users).includes(name),
  );
}
