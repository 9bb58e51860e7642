/** As the server compares parts of a definition: an empty list is as good as none. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other)) {
    const [first = [], second = []] = [one, other];
    return first.length === second.length && first.every((item, position) => isEqual(item, second[position]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const name of names) if (!isEqual(one[name], other[name])) return false;
  return true;
}

function isList(value: unknown): value is readonly unknown[] | undefined {
  return value === undefined || Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
