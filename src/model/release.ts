import type { Declarations } from './declarations.ts';
import { escapePointer } from './frozen.ts';
import type { Clusters, Components, Environments } from './known.ts';
import { sortDeclarations } from './order.ts';
import { quote } from './problems.ts';
import type { Problems } from './problems.ts';
import type { TenantWithChain } from './tenants.ts';

/** `environments/<env>/release.yaml`: names must be known, and every pin is `head` until promotion is built. */
export function checkReleases(
  declarations: Declarations,
  environments: Environments,
  clusters: Clusters,
  components: Components,
  tenants: ReadonlyMap<string, TenantWithChain>,
  problems: Problems,
): void {
  for (const declaration of sortDeclarations(declarations.releases, (value) => value.environment)) {
    const value = declaration.value;
    const name = value.environment;
    if (!environments.has(name)) {
      problems.unknown(
        'unknown-environment',
        declaration.declared,
        `A release is declared for environment ${quote(name)}, which is not declared.`,
        name,
        environments.keys(),
        'The file belongs into the folder of an environment.',
      );
    }
    const pin = (pointer: string, what: string, seen: string | undefined): void => {
      if (seen === undefined || seen === 'head') return;
      problems.add(
        'pin-not-available',
        declaration.at(pointer),
        `The pin of ${what} in environment ${quote(name)} is ${quote(seen)}, and pinning is not available yet.`,
        'Write `head`: everything follows the branch for now.',
      );
    };
    const known = (code: string, pointer: string, what: string, key: string, names: Iterable<string>): void => {
      const list = [...names];
      if (list.includes(key)) return;
      const message = `The release of environment ${quote(name)} pins ${what} ${quote(key)}, which is not declared${what === 'cluster' ? ' in it' : ''}.`;
      problems.unknown(code, declaration.at(pointer), message, key, list, 'Correct the name, or remove the pin.');
    };
    pin('/platform', 'the platform', value.platform);
    for (const [key, seen] of Object.entries(value.components ?? {})) {
      const pointer = `/components/${escapePointer(key)}`;
      known('unknown-component', pointer, 'component', key, components.keys());
      pin(pointer, `component ${quote(key)}`, seen);
    }
    for (const [key, seen] of Object.entries(value.tenants ?? {})) {
      const pointer = `/tenants/${escapePointer(key)}`;
      known('unknown-tenant', pointer, 'tenant', key, ['default', ...tenants.keys()]);
      pin(pointer, `tenant ${quote(key)}`, seen);
    }
    const own = [...clusters.values()].filter((cluster) => cluster.noun.environment === name);
    for (const [key, pins] of Object.entries(value.clusters ?? {})) {
      const pointer = `/clusters/${escapePointer(key)}`;
      known(
        'unknown-cluster',
        pointer,
        'cluster',
        key,
        own.map((cluster) => cluster.noun.name),
      );
      pin(`${pointer}/platform`, `cluster ${quote(key)}`, pins.platform);
    }
  }
}
