/** JSON with sorted members: equal values give equal texts. */
export function canonicalText(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalText(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = value as Readonly<Record<string, unknown>>;
  const parts = Object.keys(members)
    .filter((name) => members[name] !== undefined)
    .toSorted()
    .map((name) => `${JSON.stringify(name)}:${canonicalText(members[name])}`);
  return `{${parts.join(',')}}`;
}
