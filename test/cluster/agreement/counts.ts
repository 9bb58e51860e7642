import type { Judged } from './verdict.ts';

/** How many objects there were, by class and kind, what the servers said of them, and what does not count. */
export function countsOf(judged: readonly Judged[]): readonly string[] {
  const counted = judged.filter((one) => one.class !== 'base');
  const refused = counted.filter(({ verdict }) => verdict.status >= 300 && verdict.dropped === undefined);
  const dropped = counted.flatMap(({ verdict }) => (verdict.dropped === undefined ? [] : [verdict.dropped]));
  return [
    `${counted.length} objects of ${new Set(counted.map(({ kind }) => kind)).size} kinds: ${refused.length} refused, ${counted.length - refused.length - dropped.length} accepted, ${dropped.length} left out`,
    `by class: ${shares(counted.map((one) => one.class))}`,
    `by kind: ${shares(counted.map(({ kind }) => kind))}`,
    `left out: ${shares(dropped)}`,
  ];
}

function shares(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');
}
