import { step } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const sortedKeys = defineRule({
  id: 'sorted-keys',
  set: 'strict',
  title: 'Keys stand in one order, so that a diff shows what has changed.',
  fix: 'Sort the keys; `apiVersion`, `kind` and `metadata` may lead, and so may `name` and `namespace` in it.',
  severity: 'info',
  aliases: ['kube-linter/sorted-keys'],
  kinds: 'every',
  check({ manifest }, report) {
    // One place tells the tale: what sorts it sorts the others, too.
    const late = firstUnsorted(manifest.value, 0, '');
    if (late === undefined) return;
    const [key = ''] = late.steps;
    report({
      messageId: 'order',
      message: `key "${key}" stands after "${late.before}"`,
      pointer: late.steps.toReversed().map(step).join(''),
      atKey: true,
    });
  },
});

interface Late {
  /** Innermost first. */
  readonly steps: string[];
  readonly before: string;
}

/** What canonical YAML begins with: by the key that holds the mapping, at the top and below it. */
const leading: Readonly<Record<string, readonly string[]>> = {
  '0': ['apiVersion', 'kind', 'metadata'],
  '1 metadata': ['name', 'namespace'],
};

/** The path is put together on the way back: most objects have none. */
function firstUnsorted(value: unknown, depth: number, name: string): Late | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const keys = Object.keys(value);
  if (!Array.isArray(value)) {
    const first = depth === 0 ? leading['0'] : depth === 1 ? leading[`1 ${name}`] : undefined;
    const late = firstLate(keys, []) === undefined ? undefined : firstLate(keys, first ?? []);
    if (late !== undefined) return { steps: [late.key], before: late.before };
  }
  for (const key of keys) {
    const below = firstUnsorted((value as Readonly<Record<string, unknown>>)[key], depth + 1, key);
    if (below === undefined) continue;
    below.steps.push(key);
    return below;
  }
  return undefined;
}

/** The first key that should stand before its neighbour. Keys that are numbers are passed over: their order was not kept. */
function firstLate(
  keys: readonly string[],
  first: readonly string[],
): { readonly key: string; readonly before: string } | undefined {
  const rank = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length);
  let before: string | undefined;
  for (const key of keys) {
    if (/^\d+$/.test(key)) continue;
    if (before !== undefined && (rank(key) < rank(before) || (rank(key) === rank(before) && key < before)))
      return { key, before };
    before = key;
  }
  return undefined;
}
