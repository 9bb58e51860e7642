import { accountNamespace, grantsOf, nameOf, powers, rulesWith, tenancyOf } from '../../../analysis/index.ts';
import type { Grant, PowerName, Tenancy } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { whereOf, whoOf } from './binding-rule.ts';
import { bindingKinds } from './role-rule.ts';

/** With any of these a tenant leaves its namespace, or takes down what keeps others out. The first that holds is told. */
const forbidden: readonly PowerName[] = [
  'everything',
  'escalate',
  'bind',
  'impersonate',
  'nodesProxy',
  'approve',
  'webhooks',
  'tokens',
  'baseline',
];

export const tenantEscalation = defineRule({
  id: 'tenant-escalation',
  set: 'recommended',
  title:
    "No role that is bound in a tenant's namespace, or to a tenant's people or accounts, lets them have more than was given.",
  fix: "Bind a role without these rights: Kubernetes' own `admin` and `edit` have some of them.",
  severity: 'error',
  needs: 'fleet',
  kinds: bindingKinds,
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    if (tenancy === undefined) return;
    for (const grant of grantsOf(world)) {
      const { binding, role, rights } = grant;
      const masters = grant.subjects.find(({ subject }) => subject.name === 'system:masters');
      if (masters !== undefined && tenancy.ownerOf(binding.ref.namespace) !== undefined) {
        report(binding, {
          messageId: 'masters',
          message: `${nameOf(masters.subject)} may do everything in the whole cluster, whatever is bound: no tenant's group`,
          pointer: `${masters.pointer}/name`,
          seen: 'system:masters',
        });
      }
      if (!isOfTenant(grant, tenancy)) continue;
      for (const name of forbidden) {
        const [first] = rulesWith(powers[name], rights?.rules ?? []);
        if (first === undefined) continue;
        report(binding, {
          messageId: name,
          message: `${whoOf(grant)} may ${powers[name].what}${whereOf(grant)}, by ${role.kind} ${role.name}`,
          pointer: '/roleRef',
          seen: `${role.kind} ${role.name}`,
          ...(first.role === undefined ? {} : { related: [{ object: first.role, pointer: first.pointer }] }),
        });
        break;
      }
    }
  },
});

/** Bound in a tenant's namespace, or everywhere to somebody of a tenant. */
function isOfTenant({ binding, subjects }: Grant, tenancy: Tenancy): boolean {
  if (tenancy.ownerOf(binding.ref.namespace) !== undefined) return true;
  return subjects.some(({ subject }) =>
    subject.kind === 'Group' || subject.kind === 'User'
      ? tenancy.tenantsOfPerson(subject.kind, subject.name ?? '').length > 0
      : tenancy.ownerOf(accountNamespace(subject)) !== undefined,
  );
}
