import { textOf } from '../../../analysis/index.ts';
import type { SetObject, World } from '../../../analysis/index.ts';
import { parseApiVersion } from '../../../kernel/index.ts';
import type { UnitRef } from '../../../kernel/index.ts';
import { builtInKinds, tabledMinors } from '../../../schema/index.ts';
import { componentsOn } from './components-on.ts';
import { referencesIn } from './ends.ts';

/** What defines a custom kind on the cluster. */
export interface Definition {
  readonly object?: SetObject;
  /** The unit that brings it; undefined for plain files, and for what is declared to be there. */
  readonly unit?: UnitRef | undefined;
}

export interface Definitions {
  of(group: string, kind: string): Definition | undefined;
  hasGroup(group: string): boolean;
}

const definitions = 'apiextensions.k8s.io/CustomResourceDefinition';

export function definitionsIn(world: World): Definitions {
  const known = new Map<string, Definition>();
  for (const { unit, component } of componentsOn(world))
    for (const { group, kind } of component.crds) known.set(`${group}/${kind}`, { unit });
  const groups = new Set<string>();
  for (const object of world.ofKind(definitions)) {
    const group = textOf(object.object, 'spec', 'group') ?? '';
    groups.add(group);
    known.set(`${group}/${textOf(object.object, 'spec', 'names', 'kind') ?? ''}`, { object, unit: object.unit });
  }
  // An aggregated API server defines kinds of its own.
  const served = new Set(
    world.ofKind('apiregistration.k8s.io/APIService').map(({ object }) => textOf(object, 'spec', 'group')),
  );
  const index = referencesIn(world);
  const made = new Map(index.all('definition', undefined).map(({ name = '', object }) => [name, object?.unit]));
  return {
    of(group, kind) {
      const own = known.get(`${group}/${kind}`);
      if (own !== undefined) return own;
      if (made.has(`${group}/${kind}`)) return { unit: made.get(`${group}/${kind}`) };
      if (served.has(group)) return {};
      const outside = pluralsOf(kind).some(
        (plural) => index.find(definitions, undefined, `${plural}.${group}`) !== undefined,
      );
      return outside ? {} : undefined;
    },
    hasGroup: (group) => groups.has(group),
  };
}

/** A definition is named by the plural of its kind: these are how English makes one. */
function pluralsOf(kind: string): readonly string[] {
  const lower = kind.toLowerCase();
  return [`${lower}s`, `${lower}es`, lower.replace(/y$/, 'ies'), lower];
}

let builtInGroups: ReadonlySet<string> | undefined;

/** Groups of Kubernetes itself are served or not, whatever is defined; files of kustomize are sent nowhere. */
export function isCustom(group: string): boolean {
  builtInGroups ??= new Set(
    tabledMinors().flatMap((minor) =>
      builtInKinds(minor).map((id) => parseApiVersion(id.slice(0, id.lastIndexOf('/'))).group),
    ),
  );
  return group.includes('.') && !builtInGroups.has(group) && group !== 'kustomize.config.k8s.io';
}
