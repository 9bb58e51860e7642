import { formatObject } from '../../../kernel/index.ts';
import { indexReferences } from '../../../analysis/index.ts';
import type { Present, ReferenceIndex, SetObject, World } from '../../../analysis/index.ts';
import { nearestNames } from '../../../schema/index.ts';
import type { ReportOn } from '../../rule.ts';

export function referencesIn(world: World): ReferenceIndex {
  return world.view(indexReferences);
}

/** One end, and what it names. */
export interface Wanted {
  readonly from: SetObject;
  readonly pointer: string;
  /** What of `from` refers: `container web, variable TOKEN`. */
  readonly part: string;
  /** `<group>/<Kind>` */
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  /** In plain files that bring nothing of the kind: a `hint`, because they may be a part; `never`, because it is usually there already. */
  readonly alone: 'hint' | 'never';
}

/** The other end; reported when there is none. */
export function want(index: ReferenceIndex, report: ReportOn, wanted: Wanted): Present | undefined {
  const { from, pointer, part, kind, namespace, name, alone } = wanted;
  const found = index.find(kind, namespace, name);
  if (found !== undefined) return found;
  const open = index.world.facts === undefined && !index.brings(kind);
  if (open && alone === 'never') return undefined;
  const near = nearestOf(index, kind, namespace, name);
  report(from, {
    messageId: 'missing',
    message: `${formatObject(from.ref)}: ${part} names ${nounOf(kind, namespace, name)}, which ${placeOf(index.world)} not have`,
    pointer,
    seen: name,
    ...(near.length === 0 ? {} : { allowed: near.join(', ') }),
    ...(open ? { severity: 'info' } : {}),
  });
  return undefined;
}

/** Beyond this many, comparing with every name costs more than the hint is worth. */
const mostCompared = 500;

/** The names of the kind that a wrong one was probably meant to be. */
export function nearestOf(
  index: ReferenceIndex,
  kind: string,
  namespace: string | undefined,
  name: string,
): readonly string[] {
  const known = index.world.view(makeNames);
  const place = `${kind} ${namespace ?? ''}`;
  let names = known.get(place);
  if (names === undefined) {
    names = [...new Set(index.all(kind, namespace).flatMap((one) => one.name ?? []))];
    known.set(place, names);
  }
  return names.length > mostCompared ? [] : nearestNames(name, names);
}

/** Many objects of a namespace may miss the same kind: its names are gathered once. */
function makeNames(): Map<string, readonly string[]> {
  return new Map();
}

/** `Secret shop/db`, `Deployment.apps shop/web`. */
export function nounOf(kind: string, namespace: string | undefined, name: string): string {
  const slash = kind.indexOf('/');
  const place = namespace === undefined ? {} : { namespace };
  return formatObject({ group: kind.slice(0, slash), version: '', kind: kind.slice(slash + 1), name, ...place });
}

/** The other end by its name; what is not in the set is said to be where it comes from. */
export function presentNoun({ kind, namespace, name = '*', object, origin }: Present): string {
  const noun = nounOf(kind, namespace, name);
  return origin === 'controller' && object !== undefined ? `${noun} (made from ${formatObject(object.ref)})` : noun;
}

/** `... which cluster dev-eu-1 does not have`, `... which these files do not have`. */
export function placeOf({ facts }: World): string {
  return facts === undefined ? 'these files do' : `cluster ${facts.cluster.name} does`;
}

/** `related` of a problem: nothing for what lies in no file. */
export function relatedTo(...ends: readonly (Present | undefined)[]): {
  readonly related?: readonly { readonly object: SetObject }[];
} {
  const objects = ends.flatMap((end) => (end?.object === undefined ? [] : [{ object: end.object }]));
  return objects.length === 0 ? {} : { related: objects };
}
