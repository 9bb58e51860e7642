import type { ComponentDeclaration, Declarations, LabelSelector } from './declarations.ts';
import type { Cluster, Component } from './fleet.ts';
import { frozenJson } from './frozen.ts';
import { checkJson } from './json-fields.ts';
import type { Clusters, Components, KnownCluster, KnownComponent } from './known.ts';
import { reservedNames } from './names.ts';
import { byText, sortedUnique } from './order.ts';
import { quote } from './problems.ts';
import type { Problems } from './problems.ts';
import { indexByName } from './unique.ts';

export function resolveComponents(declarations: Declarations, problems: Problems): Components {
  const found = new Map<string, KnownComponent>();
  const byName = indexByName('Component', declarations.components, (value) => value.name, problems);
  for (const [name, declaration] of byName) {
    const value = declaration.value;
    checkJson(declaration, '/ignoreDifferences', value.ignoreDifferences, problems);
    if (reservedNames.includes(name)) {
      problems.add(
        'reserved-name',
        declaration.at('/name'),
        `A component may not be called ${quote(name)}.`,
        `${reservedNames.map(quote).join(', ')} are names of Keelson's own units.`,
      );
      continue;
    }
    const replacement = value.lifecycle.replacedBy;
    if (replacement !== undefined && !byName.has(replacement)) {
      problems.unknown(
        'unknown-component',
        declaration.at('/lifecycle/replacedBy'),
        `Component ${quote(name)} is replaced by ${quote(replacement)}, which is not declared.`,
        replacement,
        byName.keys(),
        'A component is declared in `platform/<name>/component.ts`.',
      );
    }
    found.set(name, { noun: frozenJson(componentOf(value)), declaration });
  }
  return found;
}

/** Which components each cluster gets, by cluster name; components in order of name. */
export function placeComponents(
  components: Components,
  clusters: Clusters,
  problems: Problems,
): ReadonlyMap<string, readonly KnownComponent[]> {
  const placed = new Map<string, readonly KnownComponent[]>();
  for (const [name, cluster] of clusters) {
    checkLists(cluster, components, problems);
    const { include = [], exclude = [] } = cluster.declaration.value.components ?? {};
    placed.set(
      name,
      [...components.values()].filter((component) => {
        if (exclude.includes(component.noun.name)) return false;
        return include.includes(component.noun.name) || isChosen(component.declaration.value, cluster.noun);
      }),
    );
  }
  return placed;
}

/** Every label of the selector is the cluster's; no selector chooses all. */
export function selects(selector: LabelSelector | undefined, cluster: Cluster): boolean {
  return Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => cluster.labels[key] === value);
}

function isChosen(component: ComponentDeclaration, cluster: Cluster): boolean {
  if (component.placement?.hubOnly === true && !cluster.isHub) return false;
  return selects(component.placement?.clusterSelector, cluster);
}

function checkLists(cluster: KnownCluster, components: Components, problems: Problems): void {
  const lists = cluster.declaration.value.components;
  for (const list of ['include', 'exclude'] as const) {
    for (const [index, name] of (lists?.[list] ?? []).entries()) {
      const location = cluster.declaration.at(`/components/${list}/${index}`);
      if (!components.has(name)) {
        problems.unknown(
          'unknown-component',
          location,
          `Cluster ${quote(cluster.noun.name)} ${list}s component ${quote(name)}, which is not declared.`,
          name,
          components.keys(),
          'A component is declared in `platform/<name>/component.ts`.',
        );
      } else if (list === 'exclude' && lists?.include?.includes(name) === true) {
        problems.add(
          'included-and-excluded',
          location,
          `Cluster ${quote(cluster.noun.name)} both includes and excludes component ${quote(name)}.`,
          'Remove it from one of the two lists.',
        );
      }
    }
  }
}

function componentOf(value: ComponentDeclaration): Component {
  return {
    name: value.name,
    category: value.category,
    description: value.description,
    owner: value.owner,
    lifecycle: value.lifecycle,
    ...(value.license === undefined ? {} : { license: value.license }),
    ...(value.kubernetes === undefined ? {} : { kubernetes: value.kubernetes }),
    namespace: value.namespace ?? value.name,
    requires: (value.requires ?? [])
      .map(({ capability, optional }) => ({ capability, optional: optional ?? false }))
      .toSorted((a, b) => byText(a.capability, b.capability)),
    provides: sortedUnique(value.provides ?? []),
    conflicts: sortedUnique(value.conflicts ?? []),
    crds: (value.crds ?? [])
      .map(({ group, kind }) => ({ group, kind }))
      .toSorted((a, b) => byText(a.group, b.group) || byText(a.kind, b.kind)),
  };
}
