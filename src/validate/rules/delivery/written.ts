/** Comma-separated, as in Argo CD's annotations. */
export function wordsOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Numbers above 2^53 are kept exactly, as `bigint`, which JSON.stringify refuses. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
}
