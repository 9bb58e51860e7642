import type { Declarations } from './declarations.ts';
import { sortDeclarations, sortedUnique } from './order.ts';
import type { Outside } from './fleet-policy.ts';
import type { PolicyContext } from './policy.ts';
import { quote } from './problems.ts';
import type { Problems } from './problems.ts';
import { indexByName } from './unique.ts';

export function resolveOutside(
  declarations: Declarations,
  { environments, clusters }: PolicyContext,
  problems: Problems,
): readonly Outside[] {
  const byName = indexByName('Outside', declarations.outside, ({ name }) => name, problems);
  return [...byName.values()].map((declaration) => {
    const { value, declared } = declaration;
    const known = { environments, clusters } as const;
    for (const list of ['environments', 'clusters'] as const) {
      for (const [index, name] of (value[list] ?? []).entries()) {
        if (known[list].has(name)) continue;
        problems.unknown(
          list === 'environments' ? 'unknown-environment' : 'unknown-cluster',
          declaration.at(`/${list}/${index}`),
          `Outside ${quote(value.name)} is in ${list.slice(0, -1)} ${quote(name)}, which is not declared.`,
          name,
          known[list].keys(),
          'It is declared below `environments/`.',
        );
      }
    }
    const everywhere = value.environments === undefined && value.clusters === undefined;
    const chosen = [...clusters.values()].filter(
      ({ noun }) =>
        everywhere || value.environments?.includes(noun.environment) === true || value.clusters?.includes(noun.name),
    );
    const { name, reason, objects } = value;
    return { name, reason, clusters: chosen.map(({ noun }) => noun.name), objects, declared };
  });
}

/** What the charts of components bring, on each cluster that has them. */
export function outsideOfComponents({ placed }: PolicyContext): readonly Outside[] {
  const found = new Map<string, Outside>();
  for (const [cluster, components] of placed) {
    for (const { noun, declaration } of components) {
      const objects = declaration.value.outside;
      if (objects === undefined) continue;
      const name = `component/${noun.name}`;
      const clusters = sortedUnique([...(found.get(name)?.clusters ?? []), cluster]);
      const reason = `The chart of component ${noun.name} brings it.`;
      found.set(name, { name, reason, clusters, objects, declared: declaration.at('/outside') });
    }
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the charts and repositories of apps bring: in the app's namespace, which each environment names in its own way. */
export function outsideOfApps({ apps, placements, views }: PolicyContext, problems: Problems): readonly Outside[] {
  const declared = apps.map(({ declaration }) => declaration);
  return sortDeclarations(declared, ({ tenant, name }) => `${tenant ?? ''}/${name}`).flatMap((declaration) => {
    const { tenant = '', name, origin, outside } = declaration.value;
    if (outside === undefined) return [];
    if ('image' in origin) {
      problems.add(
        'app-outside-refused',
        declaration.at('/outside'),
        `App ${quote(`${tenant}/${name}`)} has \`outside\`, but all its objects are made here, of an image.`,
        'Remove the field; what somebody else makes is declared with `defineOutside`.',
      );
      return [];
    }
    const entry = apps.find((one) => one.declaration === declaration);
    return (placements.get(tenant) ?? []).flatMap(({ environment, clusters }): readonly Outside[] => {
      const inEnvironment = entry?.environments.some((one) => one.name === environment.noun.name) === true;
      const namespace = views.get(`${tenant}/${environment.noun.name}`)?.view.namespaces[0];
      if (!inEnvironment || namespace === undefined) return [];
      return [
        {
          name: `${tenant}/${name}`,
          reason: `The ${'git' in origin ? 'repository' : 'chart'} of app ${tenant}/${name} brings it.`,
          clusters: clusters.map(({ noun }) => noun.name),
          objects: outside.map((object) => Object.assign({ namespace }, object)),
          declared: declaration.at('/outside'),
        },
      ];
    });
  });
}
