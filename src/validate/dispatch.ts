import { podKinds } from '../analysis/index.ts';
import { judgeKind } from '../schema/index.ts';
import type { ObjectRule } from './rule.ts';
import type { ObjectView } from './view.ts';

/** `mistaken`: the kind is Kubernetes' own, but this version does not serve it so. Nothing is known of the form of the object then. */
type KindOrigin = 'built-in' | 'custom' | 'unknown' | 'mistaken';

export function kindOrigin({ apiVersion, ref, builtIn, custom, target }: ObjectView): KindOrigin {
  if (builtIn !== undefined) return 'built-in';
  if (custom !== undefined) return 'custom';
  return judgeKind(apiVersion, ref.kind, target.minor).status === 'unknown' ? 'unknown' : 'mistaken';
}

function looksAt({ kinds }: ObjectRule, kind: string, origin: KindOrigin): boolean {
  if (typeof kinds !== 'string') return origin !== 'mistaken' && kinds.includes(kind);
  if (kinds === 'unknown') return origin === 'unknown' || origin === 'mistaken';
  return kinds === 'every' || kinds === origin || (kinds === 'pod-template' && podKinds.includes(kind));
}

/** Looks up the rules for an object's kind: once per kind, so that a rule costs nothing for kinds that it does not look at. */
export function dispatcher(all: readonly ObjectRule[]): (view: ObjectView) => readonly ObjectRule[] {
  const known = new Map<string, readonly ObjectRule[]>();
  return (view) => {
    const kind = `${view.ref.group}/${view.ref.kind}`;
    const origin = kindOrigin(view);
    const key = `${origin} ${kind}`;
    let rules = known.get(key);
    if (rules === undefined) {
      rules = all.filter((rule) => looksAt(rule, kind, origin));
      known.set(key, rules);
    }
    return rules;
  };
}
