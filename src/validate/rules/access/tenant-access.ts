import { accountNamespace, grantsOf, isClusterWide, nameOf, tenancyOf } from '../../../analysis/index.ts';
import type { PlacedSubject, Tenancy } from '../../../analysis/index.ts';
import type { Tenant } from '../../../model/types.ts';
import { defineRule } from '../../rule.ts';
import { bindingKinds } from './role-rule.ts';

export const tenantAccess = defineRule({
  id: 'tenant-access',
  set: 'recommended',
  title: 'People and accounts of a tenant have rights in its own namespaces alone.',
  fix: "Bind the tenant's own groups and accounts by a RoleBinding in its namespace, or add the group to the `access` of the tenant whose namespace it is.",
  severity: 'error',
  needs: 'fleet',
  kinds: bindingKinds,
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    if (tenancy === undefined) return;
    for (const grant of grantsOf(world)) {
      const { binding, role } = grant;
      const wide = isClusterWide(grant);
      const here = wide ? undefined : tenancy.ownerOf(binding.ref.namespace);
      for (const placed of grant.subjects) {
        const homes = homesOf(placed, tenancy);
        const strangers = homes.filter((tenant) => tenant !== here);
        if (strangers.length === 0 || (here !== undefined && homes.includes(here))) continue;
        const of = strangers.map(({ name }) => name).join(' and ');
        const where = wide
          ? 'in the whole cluster'
          : `in namespace ${binding.ref.namespace ?? '?'}, ${here === undefined ? "the platform's" : `tenant ${here.name}'s`}`;
        report(binding, {
          messageId: wide ? 'cluster-wide' : 'foreign-namespace',
          message: `${nameOf(placed.subject)} of tenant ${of} has the rights of ${role.kind} ${role.name} ${where}`,
          pointer: `${placed.pointer}/name`,
          seen: placed.subject.name ?? '',
          allowed: strangers.flatMap(({ namespaces }) => namespaces).join(', '),
        });
      }
    }
  },
});

/** The tenants that a subject belongs to; none for the platform's own and for those whom nobody declares. */
function homesOf({ subject }: PlacedSubject, tenancy: Tenancy): readonly Tenant[] {
  const owner = tenancy.ownerOf(accountNamespace(subject));
  if (owner !== undefined) return [owner];
  return subject.kind === 'Group' || subject.kind === 'User'
    ? tenancy.tenantsOfPerson(subject.kind, subject.name ?? '')
    : [];
}
