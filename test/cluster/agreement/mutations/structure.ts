import type { JsonObject, JsonValue } from '#src/kernel/index.ts';
import { isList, isObject, withValue, type Site } from '../sites.ts';
import { valueClass, wordClass, type Change, type MutationClass } from './change.ts';

const unknownNames = ['unexpected', 'replica', 'labels', 'name', 'spec', 'enabled', 'x-extra', '', 'Kind'];
const others: readonly JsonValue[] = ['text', 7, 1.5, true, false, {}, [], [1], ['text'], { text: 'text' }, { a: 1 }];

/** Mistakes in the shape of an object: what a decoder sees. */
export const structure: readonly MutationClass[] = [
  valueClass(
    'wrong-type',
    6,
    () => true,
    ({ value }, { random }) => random.pick(others.filter((other) => typeOf(other) !== typeOf(value))),
  ),
  {
    name: 'unknown-field',
    weight: 4,
    fits: ({ value }) => isObject(value),
    change: ({ path, value }, { random }) => {
      const name = random.pick(unknownNames);
      if (!isObject(value) || name in value) return undefined;
      return { path: [...path, name], value: random.pick(['text', 7, true, {}]), what: 'added' };
    },
  },
  { name: 'renamed-field', weight: 5, fits: ({ value }) => isFilled(value), change: renamed },
  {
    name: 'missing-field',
    weight: 8,
    fits: () => true,
    change: ({ path }) => ({ path, value: undefined, what: 'removed' }),
  },
  wordClass('null', 3, () => true, [null]),
  valueClass(
    'empty',
    6,
    ({ value }) => typeof value === 'string' || isFilled(value) || (isList(value) && value.length > 0),
    ({ value }) => (typeof value === 'string' ? '' : isList(value) ? [] : {}),
  ),
  valueClass(
    'number-or-text',
    4,
    ({ value }) => typeof value !== 'object',
    ({ value }) => (typeof value === 'string' ? asNumber(value) : JSON.stringify(value)),
  ),
  { name: 'doubled-key', weight: 3, fits: ({ value }) => isFilled(value), change: doubled },
  valueClass(
    'flipped',
    3,
    ({ value }) => typeof value === 'boolean',
    ({ value }) => value !== true,
  ),
];

function typeOf(value: JsonValue): string {
  return isList(value) ? 'list' : Number.isInteger(value) ? 'integer' : typeof value;
}

function isFilled(value: JsonValue): value is JsonObject {
  return isObject(value) && Object.keys(value).length > 0;
}

function asNumber(text: string): JsonValue {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? (text === 'true' ? true : 12) : number;
}

function renamed({ path, value }: Site, { random }: Parameters<MutationClass['change']>[1]): Change | undefined {
  if (!isObject(value)) return undefined;
  const name = random.pick(Object.keys(value));
  const at = random.below(Math.max(1, name.length - 1));
  const next = random.pick([
    name.charAt(0).toUpperCase() + name.slice(1),
    name.toUpperCase(),
    name.toLowerCase(),
    `${name}s`,
    `${name} `,
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2),
    name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  ]);
  if (next in value) return undefined;
  const entries = Object.entries(value).map(([key, item]) => [key === name ? next : key, item]);
  return { path, value: Object.fromEntries(entries) as JsonObject, what: `${name} is now ${next}` };
}

function doubled(
  { path, value }: Site,
  { object, random }: Parameters<MutationClass['change']>[1],
): Change | undefined {
  if (!isObject(value)) return undefined;
  const name = random.pick(Object.keys(value));
  const first = JSON.stringify(random.chance(0.5) ? value[name] : 'text');
  const marker = `doubled-${random.below(1_000_000)}`;
  const inside = JSON.stringify(value).slice(1);
  const text = JSON.stringify(withValue(object, path, marker)).replace(
    JSON.stringify(marker),
    () => `{${JSON.stringify(name)}:${first},${inside}`,
  );
  return { path: [...path, name], value: undefined, what: 'stands twice', text };
}
