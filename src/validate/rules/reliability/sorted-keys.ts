import { isMapping, step } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportProblem } from '../../rule.ts';

export const sortedKeys = defineRule({
  id: 'sorted-keys',
  set: 'strict',
  title: 'Keys stand in one order, so that a diff shows what has changed.',
  fix: 'Sort the keys; `apiVersion`, `kind` and `metadata` may lead, and so may `name` and `namespace` in it.',
  severity: 'info',
  aliases: ['kube-linter/sorted-keys'],
  kinds: 'every',
  check({ manifest }, report) {
    walk(manifest.value, '', report);
  },
});

/** What canonical YAML begins with. */
const leading: Readonly<Record<string, readonly string[]>> = {
  '': ['apiVersion', 'kind', 'metadata'],
  '/metadata': ['name', 'namespace'],
};

function walk(value: unknown, pointer: string, report: ReportProblem): void {
  if (Array.isArray(value)) {
    for (const [position, item] of value.entries()) walk(item, `${pointer}/${position}`, report);
    return;
  }
  if (!isMapping(value)) return;
  const keys = Object.keys(value);
  const late = firstLate(keys, []) === undefined ? undefined : firstLate(keys, leading[pointer] ?? []);
  if (late !== undefined) {
    report({
      messageId: 'order',
      message: `key "${late.key}" stands after "${late.before}"`,
      pointer: `${pointer}${step(late.key)}`,
      atKey: true,
    });
  }
  for (const key of keys) walk(value[key], `${pointer}${step(key)}`, report);
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
