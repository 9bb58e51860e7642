/** Custom resources are as they were read: any field may have any type. These read what is there and pass over the rest. */
export type Loose = Readonly<Record<string, unknown>>;

const empty: Loose = {};

export function memberOf(value: unknown, ...steps: readonly string[]): unknown {
  let node = value;
  for (const step of steps) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Loose)[step];
  }
  return node;
}

export function mappingOf(value: unknown, ...steps: readonly string[]): Loose {
  const found = memberOf(value, ...steps);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Loose) : empty;
}

/** Whatever is in the list. */
export function listOf(value: unknown, ...steps: readonly string[]): readonly unknown[] {
  const found = memberOf(value, ...steps);
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
}

/** Items that are mappings, with their place in the list. */
export function itemsOf(value: unknown, ...steps: readonly string[]): readonly (readonly [number, Loose])[] {
  const found = memberOf(value, ...steps);
  if (!Array.isArray(found)) return [];
  return (found as readonly unknown[])
    .map((item, index) => [index, item] as const)
    .filter((entry): entry is [number, Loose] => isLoose(entry[1]));
}

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text that is not empty: an empty one names nothing. */
export function textOf(value: unknown, ...steps: readonly string[]): string | undefined {
  const found = memberOf(value, ...steps);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

export function textsOf(value: unknown, ...steps: readonly string[]): readonly string[] {
  const found = memberOf(value, ...steps);
  return Array.isArray(found) ? (found as readonly unknown[]).filter((text) => typeof text === 'string') : [];
}

/** A port is a number or a name. */
export function portOf(value: unknown, ...steps: readonly string[]): number | string | undefined {
  const found = memberOf(value, ...steps);
  return typeof found === 'number' ? found : typeof found === 'string' && found !== '' ? found : undefined;
}
