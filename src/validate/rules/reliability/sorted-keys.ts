import { isMapping, step } from '../../../analysis/index.ts';
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
    const late = firstUnsorted(manifest.value, '');
    if (late === undefined) return;
    report({
      messageId: 'order',
      message: `key "${late.key}" stands after "${late.before}"`,
      pointer: late.pointer,
      atKey: true,
    });
  },
});

interface Late {
  readonly key: string;
  readonly before: string;
}

/** What canonical YAML begins with. */
const leading: Readonly<Record<string, readonly string[]>> = {
  '': ['apiVersion', 'kind', 'metadata'],
  '/metadata': ['name', 'namespace'],
};

function firstUnsorted(value: unknown, pointer: string): (Late & { readonly pointer: string }) | undefined {
  if (!isMapping(value) && !Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  if (!Array.isArray(value)) {
    const late = firstLate(keys, []) === undefined ? undefined : firstLate(keys, leading[pointer] ?? []);
    if (late !== undefined) return { ...late, pointer: `${pointer}${step(late.key)}` };
  }
  for (const key of keys) {
    const below = firstUnsorted((value as Readonly<Record<string, unknown>>)[key], `${pointer}${step(key)}`);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** The first key that should stand before its neighbour. Keys that are numbers are passed over: their order was not kept. */
function firstLate(keys: readonly string[], first: readonly string[]): Late | undefined {
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
