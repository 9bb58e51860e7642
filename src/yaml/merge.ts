import { isAlias, isMap, isSeq } from 'yaml';
import type { Node, Pair } from 'yaml';
import { compose } from './compose.ts';
import type { Composition } from './compose.ts';
import { fail } from './problem.ts';
import { setMember } from './value.ts';
import type { YamlValue } from './value.ts';

/**
 * `<<`: members of the mappings behind it, those of earlier ones first. A key written after it overrides. One written before it
 * is refused where the two overlap: YAML says the written key holds, Kubernetes' lenient reader takes the merged one, its
 * strict reader neither.
 */
export function mergeInto(
  composition: Composition,
  pair: Pair,
  mapping: Record<string, YamlValue>,
  own: ReadonlyMap<string, Node>,
  depth: number,
): void {
  const { value } = pair;
  const sources: readonly unknown[] = isSeq(value) ? value.items : [value];
  // In the order of the text, so that anchors are known; applied backwards, so that the first one holds.
  const merged = sources.map((source) => ({ source, value: compose(composition, source, depth + 1) }));
  for (const { source, value: members } of merged.toReversed()) {
    const target = isAlias(source) ? composition.aliases.get(source) : source;
    if (!isMap(target) || members === null || typeof members !== 'object') {
      const hint = 'Behind << stands a mapping, an alias of one, or a list of such.';
      composition.errors.push(fail(composition, source ?? pair.key, 'yaml-merge', '<< needs a mapping', hint));
      continue;
    }
    for (const [key, member] of Object.entries(members as Readonly<Record<string, YamlValue>>)) {
      if (!own.has(key)) {
        setMember(mapping, key, member);
        continue;
      }
      const hint = 'Write << first: readers disagree which of the two holds.';
      composition.errors.push(
        fail(composition, pair.key, 'yaml-merge-order', `<< brings "${key}", which stands before it`, hint),
      );
    }
  }
}
