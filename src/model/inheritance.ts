import type { TenantDeclaration, TenantEnvironment } from './declarations.ts';
import type { Environments } from './known.ts';
import { sortedRecord } from './order.ts';
import { quote, where } from './problems.ts';
import type { Problems } from './problems.ts';
import type { TenantWithChain } from './tenants.ts';

/**
 * What a tenant has after inheritance. Inherited: owner, cost centre, data classification, criticality, residency and quota
 * class (the nearest that gives one), contacts and labels (key by key), environments (the nearest list). Never: access, repositories,
 * domains, network, limits, quantities of a quota.
 */
export interface Inherited {
  readonly owner?: NonNullable<TenantDeclaration['owner']>;
  readonly contacts: NonNullable<TenantDeclaration['contacts']>;
  readonly costCentre?: string;
  readonly dataClassification: NonNullable<TenantDeclaration['dataClassification']>;
  readonly criticality?: string;
  readonly residency?: NonNullable<TenantDeclaration['residency']>;
  readonly quotaClass?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Known ones only, in order of name. */
  readonly environments: readonly TenantEnvironment[];
}

export function inherit(tenant: TenantWithChain, environments: Environments, problems: Problems): Inherited {
  const line = [tenant.declaration, ...tenant.chain].map((entry) => entry.value);
  const nearest = <Key extends keyof TenantDeclaration>(key: Key): TenantDeclaration[Key] | undefined =>
    line.find((value) => value[key] !== undefined)?.[key];
  const owner = nearest('owner');
  const costCentre = nearest('costCentre');
  const criticality = nearest('criticality');
  const residency = nearest('residency');
  const quotaClass = line.find((value) => value.quota?.class !== undefined)?.quota?.class;
  const topDown = line.toReversed();
  return {
    ...(owner === undefined ? {} : { owner }),
    contacts: Object.assign({}, ...topDown.map((value) => value.contacts ?? {})) as Inherited['contacts'],
    ...(costCentre === undefined ? {} : { costCentre }),
    dataClassification: nearest('dataClassification') ?? 'internal',
    ...(criticality === undefined ? {} : { criticality }),
    ...(residency === undefined ? {} : { residency }),
    ...(quotaClass === undefined ? {} : { quotaClass }),
    labels: sortedRecord(
      Object.entries(Object.assign({}, ...topDown.map((value) => value.labels ?? {})) as Inherited['labels']),
    ),
    environments: environmentsOf(tenant, environments, problems),
  };
}

/** Where an inherited list is checked: at the one who wrote it, so that it is told once. */
function environmentsOf(
  tenant: TenantWithChain,
  environments: Environments,
  problems: Problems,
): readonly TenantEnvironment[] {
  const own = tenant.declaration.value.environments;
  const upper = tenant.chain.find((entry) => entry.value.environments !== undefined);
  if (own === undefined) return namesOf(upper?.value.environments).filter(({ name }) => isTenanted(name, environments));
  const allowed = upper === undefined ? undefined : namesOf(upper.value.environments).map(({ name }) => name);
  const found = new Map<string, TenantEnvironment>();
  for (const [index, entry] of own.entries()) {
    const item = typeof entry === 'string' ? { name: entry } : entry;
    const location = tenant.declaration.at(
      typeof entry === 'string' ? `/environments/${index}` : `/environments/${index}/name`,
    );
    const fault = environmentFault(tenant, item.name, environments);
    if (fault !== undefined)
      problems.unknown(fault.code, location, fault.message, item.name, fault.known, fault.repair);
    else if (found.has(item.name)) {
      problems.add(
        'duplicate-environment',
        location,
        `Tenant ${quote(tenant.name)} names environment ${quote(item.name)} twice.`,
        'Remove one of the two.',
      );
    } else if (allowed !== undefined && upper !== undefined && !allowed.includes(item.name)) {
      problems.add(
        'environment-not-allowed',
        location,
        `Tenant ${quote(tenant.name)} names environment ${quote(item.name)}, which its organisation unit ${where(upper.declared)} does not have.`,
        `Allowed are ${allowed.map(quote).join(', ')}; add it to the organisation unit, or leave it out.`,
      );
    } else found.set(item.name, item);
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly known: readonly string[];
  readonly repair: string;
}

function environmentFault(tenant: TenantWithChain, name: string, environments: Environments): Fault | undefined {
  const known = [...environments.values()].filter(({ noun }) => noun.tenanted).map(({ noun }) => noun.name);
  const environment = environments.get(name);
  if (environment === undefined) {
    return {
      code: 'unknown-environment',
      message: `Tenant ${quote(tenant.name)} names environment ${quote(name)}, which is not declared.`,
      known,
      repair: 'An environment is declared in `environments/<name>/environment.ts`.',
    };
  }
  if (environment.noun.tenanted) return undefined;
  return {
    code: 'environment-not-tenanted',
    message: `Tenant ${quote(tenant.name)} names environment ${quote(name)}, which takes no tenants.`,
    known,
    repair: `It is of tier ${quote(environment.noun.tier)}; \`tenanted: true\` in ${where(environment.declaration.declared)} would open it.`,
  };
}

function namesOf(list: TenantDeclaration['environments']): readonly TenantEnvironment[] {
  const names = (list ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.name));
  return [...new Set(names)].toSorted().map((name) => ({ name }));
}

function isTenanted(name: string, environments: Environments): boolean {
  return environments.get(name)?.noun.tenanted === true;
}
