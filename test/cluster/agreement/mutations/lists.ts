import type { JsonObject, JsonValue } from '#src/kernel/index.ts';
import { isList, isObject, type Site } from '../sites.ts';
import { textOf, valueClass, type Change, type MutationClass } from './change.ts';

const identifying = new Set([
  'name',
  'key',
  'port',
  'containerPort',
  'mountPath',
  'type',
  'ip',
  'uid',
  'path',
  'topologyKey',
]);

/** Mistakes between the parts of an object: items, references, members of a union. */
export const lists: readonly MutationClass[] = [
  valueClass(
    'duplicate-item',
    6,
    ({ value }) => isList(value) && value.length > 0,
    ({ value }, { random }) => (isList(value) ? [...value, random.pick(value)] : undefined),
  ),
  valueClass('doubled-name', 5, ({ value }) => isList(value) && value.some(isObject), doubledName),
  valueClass('too-many', 3, ({ value }) => isList(value) && value.length > 0, tooMany),
  {
    name: 'dangling-reference',
    weight: 5,
    fits: ({ value }) => typeof value === 'string' && value !== '',
    change: dangling,
  },
  { name: 'extra-member', weight: 7, fits: ({ value }) => isObject(value), change: extraMember },
  valueClass(
    'swapped-value',
    6,
    ({ value }) => typeof value !== 'object',
    ({ shape, field, value }, { kindSites, random }) => {
      const fitting = kindSites.filter(
        (other) =>
          typeof other.value === typeof value &&
          other.value !== value &&
          (other.shape === shape || other.field === field),
      );
      return fitting.length === 0 ? undefined : random.pick(fitting).value;
    },
  ),
];

/** Another item of the list with the same name, or an item twice with one difference. */
function doubledName({ value }: Site, { random }: Parameters<MutationClass['change']>[1]): JsonValue | undefined {
  if (!isList(value)) return undefined;
  const items = value.filter(isObject);
  const item = random.pick(items);
  const rest = Object.keys(item).filter((name) => !identifying.has(name));
  if (rest.length === 0) return undefined;
  const dropped = random.pick(rest);
  const copy = Object.fromEntries(Object.entries(item).filter(([name]) => name !== dropped));
  return random.chance(0.5) ? [...value, copy] : [copy, ...value];
}

function tooMany({ value }: Site, { random }: Parameters<MutationClass['change']>[1]): JsonValue | undefined {
  if (!isList(value)) return undefined;
  const count = random.pick([9, 17, 33, 65, 101, 130, 260]);
  const item = random.pick(value);
  const more = Array.from({ length: count }, (_, number) => numbered(item, number));
  return [...value, ...more];
}

function numbered(item: JsonValue, number: number): JsonValue {
  if (typeof item === 'string')
    return /^\d+(\.\d+){3}/.test(item) ? item.replace(/^\d+\.\d+/, `10.${number}`) : `${item}${number}`;
  if (typeof item === 'number') return item + number + 1;
  if (!isObject(item)) return item;
  const entries = Object.entries(item).map(([name, value]) =>
    identifying.has(name) && typeof value !== 'object' ? [name, numbered(value, number)] : [name, value],
  );
  return Object.fromEntries(entries) as JsonObject;
}

/** A word that stands in two places, changed in one of them; or one that no longer names anything. */
function dangling(
  { path, value, field }: Site,
  { sites, random }: Parameters<MutationClass['change']>[1],
): Change | undefined {
  const twice = sites.filter((other) => other.value === value).length > 1;
  if (!twice && !/name|ref|key/i.test(field)) return undefined;
  const next = random.pick(['absent', 'absent-one', `${textOf(value)}-2`]);
  return { path, value: next, what: `= ${next}` };
}

/** A field that another object has in the same kind of place: often a second member of a union. */
function extraMember(
  { path, shape, value }: Site,
  { kindSites, random }: Parameters<MutationClass['change']>[1],
): Change | undefined {
  if (!isObject(value)) return undefined;
  const names = kindSites
    .filter((other) => other.shape === shape && isObject(other.value))
    .flatMap((other) => Object.entries(other.value as JsonObject))
    .filter(([name]) => !(name in value));
  if (names.length === 0) return undefined;
  const [name, member] = random.pick(names);
  return { path: [...path, name], value: member, what: 'added from another object' };
}
