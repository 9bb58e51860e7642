import { distance } from 'fastest-levenshtein';

/** Longer words are not compared: that takes the product of both lengths. */
const longestWord = 128;

/** More of them help nobody. */
const most = 2;

/** The known words that a misspelt one most probably stands for: at most two, the nearest first. */
export function nearestNames(given: string, known: readonly string[]): readonly string[] {
  if (given.length > longestWord) return [];
  const lower = given.toLowerCase();
  let least = Math.max(1, Math.ceil(given.length / 3));
  let near: string[] = [];
  for (const name of known) {
    // Every character that one has and the other has not is a step between them.
    if (Math.abs(name.length - given.length) > least) continue;
    const far = distance(lower, name.toLowerCase());
    if (far < least) near = [];
    if (far > least || near.length === most) continue;
    least = far;
    near.push(name);
  }
  return near;
}
