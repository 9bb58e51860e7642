import { listOf, mappingOf } from '../../../analysis/index.ts';
import type { Loose } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { Problem } from '../../rule.ts';
import type { ObjectView } from '../../view.ts';
import { everyTier } from '../../workloads/index.ts';

export const argoProjectLimits = defineRule({
  id: 'argo-project-limits',
  set: 'recommended',
  title: 'An AppProject lists the repositories, destinations and cluster-scoped kinds that it allows.',
  fix: 'Replace `*` by the repositories, clusters, namespaces and kinds that the project needs.',
  severity: 'error',
  tiers: everyTier,
  kinds: ['argoproj.io/AppProject'],
  check(view, report) {
    const spec = mappingOf(mappingOf(view.decoded.object)['spec']);
    for (const [index, repository] of listOf(spec['sourceRepos']).entries()) {
      if (repository === '*') report(open('repository', `/spec/sourceRepos/${index}`, 'every repository'));
    }
    for (const [index, item] of listOf(spec['destinations']).entries()) {
      for (const part of openParts(mappingOf(item), isPlatform(view))) {
        report(open(`destination-${part}`, `/spec/destinations/${index}/${part}`, `every ${part} of a destination`));
      }
    }
    if (isPlatform(view)) return;
    for (const [index, item] of listOf(spec['clusterResourceWhitelist']).entries()) {
      const { kind, group } = mappingOf(item);
      if (kind !== '*') continue;
      const what = group === '*' ? 'every cluster-scoped kind' : `every cluster-scoped kind of group ${String(group)}`;
      report(open('cluster-kinds', `/spec/clusterResourceWhitelist/${index}`, what));
    }
  },
});

function openParts(destination: Loose, isPlatform: boolean): readonly string[] {
  const parts = isPlatform ? ['server', 'name'] : ['server', 'name', 'namespace'];
  return parts.filter((part) => destination[part] === '*');
}

/** The platform's own project installs what is cluster-scoped, on the clusters that it lists. */
function isPlatform({ manifest }: ObjectView): boolean {
  return manifest.file.origin?.unit.owner === 'platform';
}

function open(messageId: string, pointer: string, what: string): Problem {
  return { messageId, message: `\`*\` allows ${what}`, pointer, seen: '*', allowed: 'names' };
}
