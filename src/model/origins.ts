import type { AppEntry } from './apps.ts';
import type { Clusters } from './known.ts';
import { quote, where } from './problems.ts';
import type { Problems } from './problems.ts';

/** An app comes from anywhere but the repository of the platform itself, where it could name the folder of another owner. */
export function checkOrigins(apps: readonly AppEntry[], clusters: Clusters, problems: Problems): void {
  const own = new Map(
    [...clusters.values()].flatMap(({ noun, declaration }) =>
      noun.delivery === undefined ? [] : [[sameRepository(noun.delivery.repository), declaration.declared] as const],
    ),
  );
  for (const { declaration, tenant, name } of apps) {
    const { origin } = declaration.value;
    if ('image' in origin) continue;
    const [repository, pointer] =
      'git' in origin
        ? [origin.git.repository, '/origin/git/repository']
        : [origin.chart.repository, '/origin/chart/repository'];
    const hub = own.get(sameRepository(repository));
    if (hub === undefined) continue;
    problems.add(
      'origin-is-platform-repository',
      declaration.at(pointer),
      `App ${quote(`${tenant.name}/${name}`)} comes from ${quote(repository)}, the repository of the platform itself: ${where(hub)}.`,
      'Keep its manifests in a repository of the tenant, or declare it with an `image` and a `kind`.',
    );
  }
}

/** The spellings of one repository, as Argo CD takes them for the same: scheme, user, port of ssh, case and `.git` do not count. */
function sameRepository(url: string): string {
  const bare = url
    .trim()
    .toLowerCase()
    .replace(/^[a-z+]+:\/\//, '')
    .replace(/^[^/@]*@/, '')
    .replace(/^([^/:]+):(?:\d+(?=\/))?\/*/, '$1/');
  return bare.replace(/\/+$/, '').replace(/\.git$/, '');
}
