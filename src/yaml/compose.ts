import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Alias, Node, Pair, YAMLMap } from 'yaml';
import { throwAll } from '../kernel/index.ts';
import type { UserError } from '../kernel/index.ts';
import { expand } from './alias.ts';
import { mergeInto } from './merge.ts';
import { fail, rangeOf } from './problem.ts';
import { isMergeKey, resolveKey, resolveScalar } from './scalar.ts';
import type { Source } from './source.ts';
import { maximumDepth, setMember } from './value.ts';
import type { YamlMapping, YamlValue } from './value.ts';

export interface Composed {
  readonly value: YamlValue;
  /** Keys that stand twice in a mapping; the value holds the last of each. */
  readonly duplicateKeys: readonly UserError[];
  /** What each alias stands for. */
  readonly aliases: ReadonlyMap<Alias, Node>;
}

/** The work on one document. */
export interface Composition {
  readonly source: Source;
  readonly document: number;
  readonly errors: UserError[];
  readonly duplicateKeys: UserError[];
  /** The latest node of each name: an anchor may be set again. */
  readonly anchors: Map<string, Node>;
  readonly aliases: Map<Alias, Node>;
  /** Values of anchored nodes that are complete, with the number of nodes in them. */
  readonly done: Map<Node, { readonly value: YamlValue; readonly size: number }>;
  /** Nodes counted, aliases expanded; and how many of those came through aliases. */
  size: number;
  aliased: number;
}

/** From nodes to the value that Kubernetes sees. Throws every error of the document. */
export function composeDocument(contents: Node, source: Source, document: number): Composed {
  const composition: Composition = {
    source,
    document,
    errors: [],
    duplicateKeys: [],
    anchors: new Map(),
    aliases: new Map(),
    done: new Map(),
    size: 0,
    aliased: 0,
  };
  const value = compose(composition, contents, 0);
  if (composition.errors.length > 0) throwAll([...composition.errors, ...composition.duplicateKeys]);
  return { value, duplicateKeys: composition.duplicateKeys, aliases: composition.aliases };
}

export function compose(composition: Composition, node: unknown, depth: number): YamlValue {
  if (depth > maximumDepth) {
    throw fail(
      composition,
      node,
      'yaml-too-deep',
      `nested more than ${maximumDepth} levels deep`,
      'Flatten the value.',
    );
  }
  const before = composition.size++;
  if (isAlias(node)) return expand(composition, node);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor === undefined) return content(composition, node, depth);
  composition.anchors.set(anchor, node as Node);
  const value = content(composition, node, depth);
  composition.done.set(node as Node, { value, size: composition.size - before });
  return value;
}

function content(composition: Composition, node: unknown, depth: number): YamlValue {
  if (isScalar(node)) return resolveScalar(composition, node);
  if (isMap(node)) return composeMapping(composition, node, depth);
  if (isSeq(node)) {
    return node.items.map((item) =>
      isPair(item) ? single(composition, item, depth) : compose(composition, item, depth + 1),
    );
  }
  return null;
}

/** `[a: 1]`: a mapping of one member. */
function single(composition: Composition, pair: Pair, depth: number): YamlValue {
  const mapping: Record<string, YamlValue> = {};
  member(composition, pair, mapping, new Map(), depth + 1);
  return mapping;
}

function composeMapping(composition: Composition, node: YAMLMap, depth: number): YamlMapping {
  const mapping: Record<string, YamlValue> = {};
  /** Keys that are written here, as opposed to merged in. */
  const own = new Map<string, Node>();
  for (const pair of node.items) member(composition, pair, mapping, own, depth);
  return mapping;
}

function member(
  composition: Composition,
  pair: Pair,
  mapping: Record<string, YamlValue>,
  own: Map<string, Node>,
  depth: number,
): void {
  if (isMergeKey(pair.key)) {
    mergeInto(composition, pair, mapping, own, depth);
    return;
  }
  composition.size++;
  const key = keyOf(composition, pair);
  const value = compose(composition, pair.value, depth + 1);
  if (key === undefined) return;
  const first = own.get(key);
  setMember(mapping, key, value);
  if (first === undefined) {
    own.set(key, pair.key as Node);
    return;
  }
  const { line } = composition.source.locate(...rangeOf(first));
  composition.duplicateKeys.push(
    fail(
      composition,
      pair.key,
      'yaml-duplicate-key',
      `duplicate key "${key}" (first on line ${line})`,
      'Keep one of them.',
    ),
  );
}

function keyOf(composition: Composition, { key }: Pair): string | undefined {
  if (isScalar(key)) {
    if (key.anchor !== undefined) composition.anchors.set(key.anchor, key);
    return resolveKey(composition, key);
  }
  if (isAlias(key)) {
    expand(composition, key);
    const target = composition.aliases.get(key);
    if (target !== undefined && isScalar(target)) return resolveKey(composition, target);
  }
  composition.errors.push(
    fail(
      composition,
      key,
      'yaml-key',
      'a key must be a string',
      'Write one word, or a string in quotes, before the colon.',
    ),
  );
  return undefined;
}
