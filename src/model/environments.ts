import type { Declarations, EnvironmentDeclaration, Tier } from './declarations.ts';
import type { Environment } from './fleet.ts';
import { checkJson } from './json-fields.ts';
import type { Environments, KnownEnvironment } from './known.ts';
import { frozenJson } from './frozen.ts';
import type { Problems } from './problems.ts';
import { sortedRecord, sortedUnique } from './order.ts';
import { indexByName } from './unique.ts';

/** Position of an environment that gives none, by how near it is to production. */
const tierOrder: Readonly<Record<Tier, number>> = {
  management: 0,
  sandbox: 100,
  ci: 200,
  dev: 300,
  'pre-prod': 400,
  prod: 500,
};

export function resolveEnvironments(declarations: Declarations, problems: Problems): Environments {
  const found = new Map<string, KnownEnvironment>();
  const byName = indexByName('Environment', declarations.environments, (value) => value.name, problems);
  for (const [name, declaration] of byName) {
    checkJson(declaration, '/extensions', declaration.value.extensions, problems);
    found.set(name, { noun: frozenJson(environmentOf(declaration.value)), declaration });
  }
  return found;
}

function environmentOf(value: EnvironmentDeclaration): Environment {
  return {
    name: value.name,
    tier: value.tier,
    order: value.order ?? tierOrder[value.tier],
    owner: value.owner ?? 'platform',
    lifetime: value.lifetime ?? 'long-lived',
    phase: value.phase ?? 'live',
    tenanted: value.tenanted ?? value.tier !== 'management',
    regions: sortedUnique(value.regions ?? []),
    domains: value.domains ?? {},
    network: {
      reserved: sortedUnique(value.network?.reserved ?? []),
      egressAllow: sortedUnique(value.network?.egressAllow ?? []),
    },
    podSecurity: value.defaults?.podSecurity ?? 'restricted',
    ...(value.defaults?.quotaClass === undefined ? {} : { quotaClass: value.defaults.quotaClass }),
    labels: sortedRecord(Object.entries(value.labels ?? {})),
    extensions: value.extensions ?? {},
  };
}
