import { itemsOf, mappingOf, memberOf, selects, textOf } from '../../../analysis/index.ts';
import type { Loose, SetObject, World } from '../../../analysis/index.ts';
import type { LabelSelector } from '../../../schema/types/meta-v1.ts';
import { referencesIn } from './ends.ts';

/** Undefined for a parent that has none: a Service, in a mesh. */
export function listenersOf({ ref, object }: SetObject): readonly Loose[] | undefined {
  if (ref.kind !== 'Gateway' && ref.kind !== 'ListenerSet') return undefined;
  return itemsOf(object, 'spec', 'listeners').map(([, listener]) => listener);
}

/** Whether one of the listeners takes the route, or the Gateway the ListenerSet: by namespace and by kind. */
export function admits(world: World, parent: SetObject, child: SetObject, listeners: readonly Loose[]): boolean {
  if (child.ref.kind === 'ListenerSet') {
    const namespaces = mappingOf(parent.object, 'spec', 'allowedListeners', 'namespaces');
    return takesNamespace(world, namespaces, 'None', parent, child);
  }
  return listeners.some((listener) => {
    const kinds = itemsOf(listener, 'allowedRoutes', 'kinds').map(([, { kind }]) => kind);
    if (kinds.length > 0 && !kinds.includes(child.ref.kind)) return false;
    return takesNamespace(world, mappingOf(listener, 'allowedRoutes', 'namespaces'), 'Same', parent, child);
  });
}

function takesNamespace(world: World, allowed: Loose, usual: string, parent: SetObject, child: SetObject): boolean {
  const { namespace } = child.ref;
  const from = textOf(allowed, 'from') ?? usual;
  if (from === 'All') return true;
  if (from === 'None') return false;
  if (namespace === undefined || parent.ref.namespace === undefined) return true;
  if (from === 'Same') return namespace === parent.ref.namespace;
  const labels = referencesIn(world).find('/Namespace', undefined, namespace)?.labels;
  const selector = memberOf(allowed, 'selector');
  if (labels === undefined || typeof selector !== 'object' || selector === null) return true;
  return selectsLoosely(selector, labels);
}

/** A selector of a custom resource: what is no selector at all takes everything, others say so. */
export function selectsLoosely(selector: object, labels: Readonly<Record<string, string>>): boolean {
  return selects(looseSelector(selector), labels);
}

export function looseSelector(selector: unknown): LabelSelector {
  const matchLabels = Object.fromEntries(
    Object.entries(mappingOf(selector, 'matchLabels')).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  const matchExpressions = itemsOf(selector, 'matchExpressions').map(([, { key, operator, values }]) => ({
    key: typeof key === 'string' ? key : '',
    operator: typeof operator === 'string' ? operator : '',
    values: Array.isArray(values) ? (values as readonly unknown[]).filter((value) => typeof value === 'string') : [],
  }));
  return { matchLabels, matchExpressions };
}
