import type { ContainerLimits, QuotaClass, TenantDeclaration } from './declarations.ts';
import type { Tenant } from './fleet.ts';
import type { Baseline, KnownEnvironment } from './known.ts';
import { byText, sortedRecord, sortedUnique } from './order.ts';
import { peersIn } from './peers.ts';
import type { Peers } from './peers.ts';
import type { Placement } from './placement.ts';
import { quote, where } from './problems.ts';
import type { Problems } from './problems.ts';

/** A tenant as one environment sees it: inherited, defaulted, overridden. */
export function tenantView(placement: Placement, baseline: Baseline, peers: Peers, problems: Problems): Tenant {
  const { tenant, inherited, environment, entry } = placement;
  const value = tenant.declaration.value;
  const quotaClass = entry.overrides?.quota?.class ?? inherited.quotaClass ?? environment.noun.quotaClass;
  const domains = value.domains ?? [];
  const isHere = ({ environments }: (typeof domains)[number]): boolean =>
    environments?.includes(environment.noun.name) ?? true;
  const facts = quotaClassOf(placement, quotaClass, baseline, problems);
  return {
    name: tenant.name,
    type: value.type ?? 'application',
    displayName: value.displayName ?? tenant.name,
    description: value.description ?? '',
    ancestors: tenant.chain.map((unit) => unit.value.name),
    lifecycle: value.lifecycle ?? 'ga',
    ...(value.expiresAt === undefined ? {} : { expiresAt: value.expiresAt }),
    owner: inherited.owner ?? { team: '' },
    contacts: { ...inherited.contacts, email: inherited.contacts.email ?? '' },
    costCentre: inherited.costCentre ?? '',
    ...(value.budget === undefined ? {} : { budget: value.budget }),
    dataClassification: inherited.dataClassification,
    ...(inherited.criticality === undefined ? {} : { criticality: inherited.criticality }),
    ...(inherited.residency === undefined ? {} : { residency: inherited.residency }),
    namespaces: peers.namespaces.of(tenant.name, environment.noun.name),
    access: accessIn(value.access, environment),
    repositories: sortedUnique(value.repositories ?? []),
    quota: {
      ...(quotaClass === undefined ? {} : { class: quotaClass }),
      hard: sortedRecord(Object.entries({ ...facts?.hard, ...value.quota?.hard, ...entry.overrides?.quota?.hard })),
    },
    limits: mergeLimits([facts?.limits, value.limits, entry.overrides?.limits]),
    podSecurity: value.podSecurity ?? environment.noun.podSecurity,
    network: {
      allowSameTenant: value.network?.allowSameTenant ?? true,
      ingressFrom: peersIn(value.network?.ingressFrom, placement, peers),
      egressTo: peersIn(value.network?.egressTo, placement, peers),
      internet: { egress: value.network?.internet?.egress ?? false },
    },
    domains: domains
      .filter(isHere)
      .map(({ host, issuer }) =>
        issuer === undefined ? { host: host.toLowerCase() } : { host: host.toLowerCase(), issuer },
      )
      .toSorted((a, b) => byText(a.host, b.host)),
    domainsElsewhere: sortedUnique(domains.filter((domain) => !isHere(domain)).map(({ host }) => host.toLowerCase())),
    labels: inherited.labels,
    extensions: value.extensions ?? {},
  };
}

/** In production only the groups of `access.prod`: privileged access there is separate. */
function accessIn(access: TenantDeclaration['access'], environment: KnownEnvironment): Tenant['access'] {
  const chosen = environment.noun.tier === 'prod' ? access?.prod : access;
  return { admin: chosen?.admin ?? {}, edit: chosen?.edit ?? {}, readOnly: chosen?.readOnly ?? {} };
}

function quotaClassOf(
  { tenant, inherited, environment, entry }: Placement,
  name: string | undefined,
  baseline: Baseline,
  problems: Problems,
): QuotaClass | undefined {
  if (name === undefined || baseline === undefined) return undefined;
  const found = baseline.value.quotaClasses?.[name];
  // An environment's own default is told at the environment.
  if (found !== undefined || (entry.overrides?.quota?.class === undefined && inherited.quotaClass === undefined))
    return found;
  const source = [tenant.declaration, ...tenant.chain].find((unit) => unit.value.quota?.class === name);
  const index = tenant.declaration.value.environments?.findIndex(
    (item) => typeof item !== 'string' && item.name === environment.noun.name,
  );
  const location =
    entry.overrides?.quota?.class === undefined
      ? (source ?? tenant.declaration).at('/quota/class')
      : tenant.declaration.at(`/environments/${index ?? 0}/overrides/quota/class`);
  problems.unknown(
    'unknown-quota-class',
    location,
    `Quota class ${quote(name)} of ${location.symbol} is not in the baseline.`,
    name,
    Object.keys(baseline.value.quotaClasses ?? {}),
    `Quota classes are declared in ${where(baseline.declared)}.`,
  );
  return undefined;
}

/** The later over the earlier, resource by resource. */
function mergeLimits(layers: readonly (ContainerLimits | undefined)[]): ContainerLimits {
  const result: Record<string, Readonly<Record<string, string>>> = {};
  for (const key of ['default', 'defaultRequest', 'max', 'min', 'maxLimitRequestRatio'] as const) {
    const merged = Object.assign({}, ...layers.map((layer) => layer?.[key] ?? {})) as Record<string, string>;
    if (Object.keys(merged).length > 0) result[key] = sortedRecord(Object.entries(merged));
  }
  return result;
}
