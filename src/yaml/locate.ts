import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Alias, Node, Pair } from 'yaml';
import { plainKey } from './plain.ts';
import { rangeOf } from './problem.ts';
import { isMergeKey } from './scalar.ts';
import type { Source } from './source.ts';
import { pointerStep } from './value.ts';
import type { YamlDocument, YamlPosition } from './value.ts';

/** Nothing is worked out before somebody asks: most positions are never needed. */
export function locatorOf(
  contents: Node,
  aliases: ReadonlyMap<Alias, Node>,
  source: Source,
  document: number,
): YamlDocument['locate'] {
  function place(node: unknown): ReturnType<Source['locate']> {
    const [start, end] = rangeOf(node);
    // A block reaches to the next line; its last character is the better end.
    return source.locate(start, start + source.text.slice(start, end).trimEnd().length, document);
  }
  return (pointer) => {
    let found: YamlPosition = { pointer: '', value: place(contents) };
    let node: unknown = contents;
    for (const step of pointer.split('/').slice(1)) {
      const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
      const child = childOf(deref(node, aliases), name, aliases);
      if (child === undefined) break;
      node = isPair(child) ? child.value : child;
      const reached = found.pointer + pointerStep(name);
      // `{a}` has no value node at all: the key stands for it.
      found = isPair(child)
        ? { pointer: reached, key: place(child.key), value: place(node ?? child.key) }
        : { pointer: reached, value: place(node) };
    }
    return found;
  };
}

function deref(node: unknown, aliases: ReadonlyMap<Alias, Node>): unknown {
  return isAlias(node) ? aliases.get(node) : node;
}

function childOf(node: unknown, name: string, aliases: ReadonlyMap<Alias, Node>): Pair | Node | undefined {
  if (isSeq(node))
    return /^(?:0|[1-9][0-9]*)$/.test(name) ? (node.items[Number(name)] as Node | Pair | undefined) : undefined;
  // An item like `[a: 1]` is a pair that stands for a mapping.
  const pairs: readonly Pair[] = isMap(node) ? node.items : isPair(node) ? [node] : [];
  const own = pairs.length > fewPairs ? indexOf(pairs, aliases).get(name) : ownPair(pairs, name, aliases);
  if (own !== undefined) return own;
  for (const pair of pairs.filter(({ key }) => isMergeKey(key)).toReversed()) {
    for (const merged of isSeq(pair.value) ? pair.value.items : [pair.value]) {
      const child = childOf(deref(merged, aliases), name, aliases);
      if (child !== undefined) return child;
    }
  }
  return undefined;
}

/** Above this many, the members of a mapping are indexed: thousands of places may be asked for in one. */
const fewPairs = 32;
const indexes = new WeakMap<readonly Pair[], ReadonlyMap<string, Pair>>();

function indexOf(pairs: readonly Pair[], aliases: ReadonlyMap<Alias, Node>): ReadonlyMap<string, Pair> {
  let index = indexes.get(pairs);
  if (index === undefined) {
    const named = pairs.filter((pair) => !isMergeKey(pair.key));
    index = new Map(named.map((pair) => [nameOf(deref(pair.key, aliases)) ?? '', pair]));
    indexes.set(pairs, index);
  }
  return index;
}

function ownPair(pairs: readonly Pair[], name: string, aliases: ReadonlyMap<Alias, Node>): Pair | undefined {
  return pairs.findLast((pair) => !isMergeKey(pair.key) && nameOf(deref(pair.key, aliases)) === name);
}

function nameOf(key: unknown): string | undefined {
  if (!isScalar(key) || typeof key.value !== 'string') return undefined;
  return key.type === 'PLAIN' && key.tag === undefined ? plainKey(key.value) : key.value;
}
