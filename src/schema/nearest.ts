import { distance } from 'fastest-levenshtein';

/** Longer words are not compared: that takes the product of both lengths. */
const longestWord = 128;

/** The known words that a misspelt one most probably stands for: at most two, the nearest first. */
export function nearestNames(given: string, known: readonly string[]): readonly string[] {
  if (given.length > longestWord) return [];
  const lower = given.toLowerCase();
  const limit = Math.max(1, Math.ceil(given.length / 3));
  return known
    .map((name) => ({ name, far: distance(lower, name.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 2)
    .filter(({ far }, _, [first]) => far === first?.far)
    .map(({ name }) => name);
}
