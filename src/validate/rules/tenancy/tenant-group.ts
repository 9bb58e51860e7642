import { tenancyOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { World } from '../../../analysis/index.ts';

/** As much as the rule needs of a binding: kinds of the API server come decoded. */
interface Binding {
  readonly subjects?: readonly { readonly kind?: string; readonly name?: string }[];
}

export const tenantGroup = defineRule({
  id: 'tenant-group',
  set: 'recommended',
  title: "A tenant's group is not the platform's own, and not the group of a crowd of tenants.",
  fix: 'Make a group of its own for the tenant, and name it in `access`.',
  severity: 'warning',
  needs: 'fleet',
  options: { tenants: 20 },
  kinds: ['rbac.authorization.k8s.io/RoleBinding'],
  checkSet(world, report, _leaveOut, options) {
    const tenancy = tenancyOf(world);
    if (tenancy === undefined) return;
    const most = typeof options['tenants'] === 'number' ? options['tenants'] : Infinity;
    const ofPlatform = platformGroups(world);
    for (const binding of world.ofKind('rbac.authorization.k8s.io/RoleBinding')) {
      const tenant = tenancy.ownerOf(binding.ref.namespace);
      if (tenant === undefined || binding.unit?.kind !== 'tenant') continue;
      for (const [index, { kind, name = '' }] of ((binding.object as Binding).subjects ?? []).entries()) {
        if (kind !== 'Group') continue;
        const sharing = tenancy.tenantsOfPerson('Group', name);
        if (!sharing.includes(tenant)) continue;
        const crowd = sharing.length > most;
        if (!crowd && !ofPlatform.has(name)) continue;
        report(binding, {
          messageId: crowd ? 'crowd' : 'platform',
          message: crowd
            ? `group ${name} of tenant ${tenant.name} is the group of ${sharing.length} tenants: its members can act for all of them`
            : `group ${name} of tenant ${tenant.name} has the whole cluster's rights as a group of the platform`,
          pointer: `/subjects/${index}/name`,
          seen: name,
          allowed: crowd ? `${most} tenants` : 'a group of the tenant',
        });
      }
    }
  },
});

/** Groups that the platform binds in the whole cluster. */
function platformGroups(world: World): ReadonlySet<string> {
  const bindings = world
    .ofKind('rbac.authorization.k8s.io/ClusterRoleBinding')
    .filter(({ unit }) => unit?.owner === 'platform');
  return new Set(
    bindings.flatMap(({ object }) =>
      ((object as Binding).subjects ?? [])
        .filter(({ kind, name = '' }) => kind === 'Group' && !name.startsWith('system:'))
        .map(({ name = '' }) => name),
    ),
  );
}
