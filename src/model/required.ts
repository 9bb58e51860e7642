import type { Inherited } from './inheritance.ts';
import type { Environments } from './known.ts';
import { quote, where } from './problems.ts';
import type { Problems } from './problems.ts';
import { isOrgUnit } from './tenants.ts';
import type { TenantWithChain } from './tenants.ts';

/** What a tenant must have once everything is inherited, and what its type asks for. */
export function checkRequired(
  tenant: TenantWithChain,
  inherited: Inherited,
  environments: Environments,
  problems: Problems,
): void {
  if (isOrgUnit(tenant.declaration)) return;
  const value = tenant.declaration.value;
  const inheritable: readonly (readonly [string, boolean, string])[] = [
    ['contacts.email', inherited.contacts.email !== undefined, 'an e-mail address for questions about the tenant'],
    ['costCentre', inherited.costCentre !== undefined, 'who pays'],
    ['owner.team', inherited.owner?.team !== undefined, 'the team that answers for it'],
    ['environments', value.environments !== undefined || inherited.environments.length > 0, 'where it is placed'],
  ];
  for (const [field, present, meaning] of inheritable) {
    if (present || tenant.broken) continue;
    const units = tenant.chain.map((unit) => quote(unit.value.name)).join(', ');
    problems.add(
      'field-missing',
      tenant.declaration.declared,
      `Tenant ${quote(tenant.name)} has no \`${field}\` (${meaning}).`,
      `Give it here${units === '' ? ', or in an organisation unit that the tenant names as `parent`' : `, or in an organisation unit above it: ${units}`}.`,
    );
  }
  checkAccess(tenant, inherited, environments, problems);
  checkPodSecurity(tenant, inherited, environments, problems);
  checkSandbox(tenant, inherited, environments, problems);
}

function checkAccess(
  tenant: TenantWithChain,
  inherited: Inherited,
  environments: Environments,
  problems: Problems,
): void {
  const access = tenant.declaration.value.access;
  const tiers = inherited.environments.map(({ name }) => environments.get(name)?.noun.tier);
  // An administrator outside production is needed only where the tenant is outside production.
  if ((access?.admin?.groups ?? []).length === 0 && (tiers.length === 0 || tiers.some((tier) => tier !== 'prod'))) {
    problems.add(
      'field-missing',
      tenant.declaration.at('/access'),
      `Tenant ${quote(tenant.name)} has no \`access.admin.groups\`.`,
      'Name at least one group; access is never inherited from an organisation unit.',
    );
  }
  const prod = [...(access?.prod?.admin?.groups ?? []), ...(access?.prod?.readOnly?.groups ?? [])];
  const production = inherited.environments.find(({ name }) => environments.get(name)?.noun.tier === 'prod');
  if (production !== undefined && prod.length === 0) {
    problems.add(
      'field-missing',
      tenant.declaration.at('/access'),
      `Tenant ${quote(tenant.name)} is placed in environment ${quote(production.name)} of tier \`prod\`, but has no \`access.prod.admin.groups\` and no \`access.prod.readOnly.groups\`.`,
      'Name at least one group: in production only the groups of `access.prod` are bound.',
    );
  }
}

const podSecurityLevels = ['privileged', 'baseline', 'restricted'] as const;

/** The environment's level is the least: whoever may edit a tenant must not get pods that can take the node. */
function checkPodSecurity(
  tenant: TenantWithChain,
  inherited: Inherited,
  environments: Environments,
  problems: Problems,
): void {
  const level = tenant.declaration.value.podSecurity;
  if (level === undefined) return;
  for (const { name } of inherited.environments) {
    const environment = environments.get(name);
    if (environment === undefined) continue;
    const least = environment.noun.podSecurity;
    if (podSecurityLevels.indexOf(level) >= podSecurityLevels.indexOf(least)) continue;
    problems.add(
      'pod-security-too-weak',
      tenant.declaration.at('/podSecurity'),
      `Tenant ${quote(tenant.name)} asks for Pod Security level ${quote(level)}, but environment ${quote(name)} wants ${quote(least)} at least.`,
      `A tenant may only be stricter; the level of all tenants is \`defaults.podSecurity\` in ${where(environment.declaration.declared)}.`,
    );
  }
}

function checkSandbox(
  tenant: TenantWithChain,
  inherited: Inherited,
  environments: Environments,
  problems: Problems,
): void {
  if (tenant.declaration.value.type !== 'sandbox') return;
  if (tenant.declaration.value.expiresAt === undefined) {
    problems.add(
      'field-missing',
      tenant.declaration.declared,
      `Sandbox ${quote(tenant.name)} has no \`expiresAt\`.`,
      'Give the day on which it may be removed, `YYYY-MM-DD`.',
    );
  }
  for (const { name } of inherited.environments) {
    if (environments.get(name)?.noun.tier !== 'prod') continue;
    problems.add(
      'sandbox-in-prod',
      tenant.declaration.at('/environments'),
      `Sandbox ${quote(tenant.name)} is placed in environment ${quote(name)} of tier \`prod\`.`,
      'Leave the environment out, or give the tenant another type.',
    );
  }
}
