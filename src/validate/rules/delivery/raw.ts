/** Custom resources are as they were read: any field may be of any type. */
export type Raw = Readonly<Record<string, unknown>>;

/** No fields when it is no mapping. */
export function fieldsOf(value: unknown): Raw {
  return isRaw(value) ? value : {};
}

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** No items when it is no list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** Undefined when it is no text, or an empty one: Argo CD takes that for left out. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

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
