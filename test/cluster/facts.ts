import { rmSync } from 'node:fs';
import type { Fleet } from '#src/model/types.ts';
import type { Clone } from './clone.ts';
import { distFiles } from './dist-files.ts';
import { must } from './outcome.ts';

export interface Facts {
  /** The hub whose clusters the suite keeps: itself and `spoke`. */
  readonly hub: string;
  readonly hubEnvironment: string;
  readonly spoke: string;
  readonly environment: string;
  readonly removed: readonly string[];
  readonly declaredRepository: string;
}

/** Which hub, and which of its clusters stays: the first that tenants are placed on. */
export function chooseFacts(fleet: Fleet): Facts {
  const tenanted = (name: string): boolean => fleet.tenants.some(({ clusters }) => clusters.includes(name));
  const spoke = fleet.clusters.find((cluster) => !cluster.isHub && tenanted(cluster.name));
  must(spoke !== undefined, 'no cluster has both a hub of its own and tenants');
  const hub = fleet.clusters.find(({ name }) => name === spoke.hub);
  must(hub?.delivery !== undefined, `hub ${spoke.hub} does not say where it reads dist/`);
  const kept = new Set([hub.name, spoke.name]);
  return {
    hub: hub.name,
    hubEnvironment: hub.environment,
    spoke: spoke.name,
    environment: spoke.environment,
    removed: fleet.clusters.map(({ name }) => name).filter((name) => !kept.has(name)),
    declaredRepository: hub.delivery.repository,
  };
}

/** The two facts, edited where they are declared: the hub's repository, and the files of the clusters that go. */
export async function changeFacts(clone: Clone, fleet: Fleet, facts: Facts, url: string): Promise<void> {
  const hubFile = clusterFile(fleet, facts.hub);
  const text = clone.read(hubFile);
  must(
    text.split(facts.declaredRepository).length === 2,
    `${hubFile} should name ${facts.declaredRepository} once, as its delivery.repository`,
  );
  clone.write(hubFile, text.replace(facts.declaredRepository, url));
  for (const cluster of facts.removed) rmSync(clone.path(clusterFile(fleet, cluster)));
  const changed = await clone.git('status', '--porcelain', '--', 'environments', 'tenants', 'platform');
  must(changed.trim().split('\n').length === 1 + facts.removed.length, `more than the two facts changed:\n${changed}`);
}

function clusterFile(fleet: Fleet, name: string): string {
  const cluster = fleet.clusters.find((known) => known.name === name);
  must(cluster !== undefined, `no cluster ${name}`);
  return `environments/${cluster.environment}/${name}.ts`;
}

/**
 * Compares `dist/` before and after: every file that stays must be the same but for the repository's URL, every file that went
 * must belong to a removed cluster, and nothing may be new. Returns what it counted, for printing.
 */
export function onlyTheFactsDiffer(before: string, after: string, facts: Facts, url: string): string {
  const old = distFiles(before);
  const current = distFiles(after);
  const unexplained: string[] = [];
  const counts = { same: 0, repository: 0, gone: 0, narrowed: 0 };
  for (const [path, file] of old) {
    const now = current.get(path);
    if (now === undefined) {
      if (belongsToRemoved(path, facts)) counts.gone += 1;
      else unexplained.push(`${path} is gone`);
    } else if (now.body === file.body) counts.same += 1;
    else if (lines(now.body.replaceAll(url, facts.declaredRepository)) === lines(file.body)) counts.repository += 1;
    else if (isRest(file.body, now.body.replaceAll(url, facts.declaredRepository), facts)) counts.narrowed += 1;
    else unexplained.push(`${path} differs`);
  }
  for (const path of current.keys()) if (!old.has(path)) unexplained.push(`${path} is new`);
  must(unexplained.length === 0, `more than the two facts changed dist/:\n${unexplained.join('\n')}`);
  return [
    `${counts.same} files are the same, ${counts.repository} differ by the repository's URL alone,`,
    `${counts.gone} went with ${facts.removed.join(', ')}, ${counts.narrowed} only lost lines that name it; nothing else differs`,
  ].join('\n');
}

/** Lists of repositories are sorted, and another URL sorts elsewhere. */
function lines(text: string): string {
  return text.split('\n').toSorted().join('\n');
}

/** Units on a removed cluster, and what delivers them; a delivery folder whose environment has no cluster left goes whole. */
function belongsToRemoved(path: string, facts: Facts): boolean {
  const parts = path.split('/').filter((part) => part !== '.values');
  const [, environment, cluster, , unit] = parts;
  if (cluster === undefined || facts.removed.includes(cluster)) return true;
  if (facts.removed.some((name) => path.includes(`.${name}.`))) return true;
  return unit === 'delivery' && environment !== facts.environment && environment !== facts.hubEnvironment;
}

/** Is `now` what is left of `before` when list items around a removed cluster's name are taken out? */
function isRest(before: string, now: string, facts: Facts): boolean {
  const left = now.split('\n');
  let position = 0;
  const lost: string[] = [];
  for (const line of before.split('\n')) {
    if (line === left[position]) position += 1;
    else lost.push(line);
  }
  return position === left.length && facts.removed.some((name) => lost.some((line) => line.includes(name)));
}
