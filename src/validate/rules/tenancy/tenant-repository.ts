import type { SetObject } from '../../../analysis/index.ts';
import type { Fleet } from '../../../model/types.ts';
import { defineRule } from '../../rule.ts';

export const tenantRepository = defineRule({
  id: 'tenant-repository',
  set: 'recommended',
  title: 'A repository belongs to one tenant.',
  fix: 'Leave the repository to one tenant, or explain in a waiver why they share it.',
  severity: 'warning',
  needs: 'fleet',
  kinds: ['argoproj.io/AppProject'],
  checkSet(world, report) {
    if (world.facts === undefined) return;
    const owners = ownersOf(world.facts.fleet);
    for (const project of world.ofKind('argoproj.io/AppProject')) {
      const { unit } = project;
      if (unit === undefined || unit.owner === 'platform') continue;
      for (const [index, repository] of sourcesOf(project).entries()) {
        const tenants = typeof repository === 'string' ? owners.get(sameRepository(repository)) : undefined;
        if (tenants === undefined || tenants.size < 2 || !tenants.has(unit.owner)) continue;
        const others = [...tenants].filter((tenant) => tenant !== unit.owner);
        report(project, {
          messageId: 'shared',
          message: `repository ${String(repository)} of tenant ${unit.owner} is also one of ${others.join(', ')}: whoever writes there deploys for both`,
          pointer: `/spec/sourceRepos/${index}`,
          seen: String(repository),
        });
      }
    }
  },
});

/** What tenants call their own, by repository; chart repositories of apps are not meant. */
function ownersOf({ units }: Fleet): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { ref, input } of units) {
    if (ref.kind !== 'tenant' || !('tenant' in input)) continue;
    for (const repository of input.tenant.repositories) {
      const key = sameRepository(repository);
      owners.set(key, (owners.get(key) ?? new Set()).add(input.tenant.name));
    }
  }
  return owners;
}

function sameRepository(url: string): string {
  return url
    .toLowerCase()
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}

function sourcesOf({ object }: SetObject): readonly unknown[] {
  const repositories = (object['spec'] as { readonly sourceRepos?: unknown } | null | undefined)?.sourceRepos;
  return Array.isArray(repositories) ? (repositories as readonly unknown[]) : [];
}
