/** What is not JSON in what a construct gave, as pointer and words; undefined when all is well. */
export interface NotJson {
  /** RFC 6901. */
  readonly pointer: string;
  readonly seen: string;
}

/** Deeper is a cycle, or nothing that an API server accepts. */
const maxDepth = 200;

export function findNotJson(value: unknown, pointer = '', depth = 0): NotJson | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : { pointer, seen: String(value) };
  if (typeof value !== 'object') {
    return { pointer, seen: value === undefined ? 'undefined' : `a ${typeof value}` };
  }
  if (depth > maxDepth) return { pointer, seen: `more than ${maxDepth} levels` };
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const found = findNotJson(value[index], `${pointer}/${index}`, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return {
      pointer,
      seen: `an instance of ${(value as { constructor?: { name?: string } }).constructor?.name ?? '?'}`,
    };
  }
  for (const [key, item] of Object.entries(value)) {
    const found = findNotJson(item, `${pointer}/${escapePointer(key)}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where an instance of a class of this name is held, as a pointer. */
export function findInstance(value: unknown, className: string, pointer = '', depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return undefined;
  if (value.constructor?.name === className) return pointer;
  for (const [key, item] of Object.entries(value)) {
    const found = findInstance(item, className, `${pointer}/${escapePointer(key)}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first field of `given` that `kept` lacks, as a pointer. Values may have been changed; they may not have vanished. */
export function findDropped(given: unknown, kept: unknown, pointer = ''): string | undefined {
  if (given === undefined || given === null) return undefined;
  if (kept === undefined || kept === null) return pointer;
  if (typeof given !== 'object' || typeof kept !== 'object') return undefined;
  for (const [key, item] of Object.entries(given)) {
    const found = findDropped(item, (kept as Record<string, unknown>)[key], `${pointer}/${escapePointer(key)}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
