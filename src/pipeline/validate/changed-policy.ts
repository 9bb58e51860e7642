import type { Finding } from '../../kernel/index.ts';
import { builtInRules } from '../../validate/index.ts';
import { placeOf } from './cluster-engines.ts';
import type { ValidateFleetOptions } from './validate-fleet.ts';
import type { World } from './world-units.ts';

/** Sets whose verdict depends on the version of the cluster. */
const versioned: ReadonlySet<string> = new Set(['api-server', 'life-cycle']);

/**
 * The base is judged by today's rules, waivers and versions, so what a branch does to these would not show. Which findings a branch
 * may have brought about in that way is told by text, and rather too many than too few: those of rules that a file of `platform/policy/`
 * named before it lost a line, and those that depend on a version of Kubernetes that the cluster's declaration did not name.
 */
export async function changedPolicy(
  commit: string,
  { clusters }: World,
  { root, ports: { files, git } }: ValidateFleetOptions,
): Promise<(finding: Finding) => boolean> {
  const textAt = (path: string): string =>
    files.type(`${root}/${path}`) === 'file' ? files.read(`${root}/${path}`).toString('utf8') : '';
  const lost: string[] = [];
  for (const path of (await git.changedSince(commit, ['platform/policy'])) ?? []) {
    const before = await git.show(commit, path);
    if (before !== undefined && losesLines(before, textAt(path))) lost.push(before);
  }
  const upgraded = new Set<string>();
  for (const cluster of clusters) {
    const path = placeOf(cluster, root, files)?.file;
    const before = path === undefined ? undefined : await git.show(commit, path);
    if (path === undefined || before === undefined) continue;
    if (textAt(path).includes(cluster.kubernetes) && !before.includes(cluster.kubernetes)) upgraded.add(cluster.name);
  }
  const sets = new Map<string, string>(builtInRules.map(({ id, set }) => [id, set]));
  return ({ rule, unit }) =>
    lost.some((text) => [`'${rule}'`, `"${rule}"`, `: ${rule}`].some((word) => text.includes(word))) ||
    (unit !== undefined && upgraded.has(unit.cluster) && versioned.has(sets.get(rule) ?? ''));
}

/** Whether anything was taken away or changed: what only gains lines loses no waiver. */
function losesLines(before: string, after: string): boolean {
  const counts = new Map<string, number>();
  for (const line of after.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  return before.split('\n').some((line) => {
    const left = (counts.get(line) ?? 0) - 1;
    counts.set(line, left);
    return left < 0;
  });
}
