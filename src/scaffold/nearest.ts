import { distance } from 'fastest-levenshtein';

/** `Did you mean X? ` when one of the known words is near enough, else nothing. */
export function nearest(given: string, known: readonly string[]): string {
  const [best] = known.toSorted((a, b) => distance(given, a) - distance(given, b));
  if (best === undefined || distance(given, best) > Math.max(2, Math.floor(given.length / 3))) return '';
  return `Did you mean ${best}? `;
}
