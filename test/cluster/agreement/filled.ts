import type { JsonValue } from '#src/kernel/index.ts';
import { builtInKind, objectType, type FieldType } from '../../../src/schema/tables.ts';
import type { Base, Bases } from './bases.ts';
import { isList, isObject } from './sites.ts';

/** Metadata that servers write, or that they ignore inside templates. */
const ofServers = new Set(
  'creationTimestamp deletionTimestamp deletionGracePeriodSeconds generation managedFields resourceVersion selfLink uid namespace'.split(
    ' ',
  ),
);

/**
 * Fields that none of a kind's base objects fills: every field of the kind's own type, and of every type that it is made of
 * (a probe's fields need not stand in each of a container's three probes). The status is no input.
 */
export function unfilledFields({ objects, unfilled }: Bases, minor: number): readonly string[] {
  const kinds = new Map(objects.map(({ apiVersion, kind }) => [`${apiVersion}/${kind}`, { apiVersion, kind }]));
  return [...kinds.values()].flatMap(({ apiVersion, kind }) => {
    const built = builtInKind(apiVersion, kind, minor);
    if (built === undefined) return [`${kind} is not in the tables`];
    const type: FieldType = { form: 'object', type: built.type };
    const filled = new Set<string>();
    for (const { object } of ofKind(objects, apiVersion, kind)) collect(object, type, minor, filled);
    const wanted = new Map<string, string>();
    list(type, '', minor, wanted);
    const missing = [...wanted].filter(([field]) => !filled.has(field)).map(([, path]) => path);
    return missing
      .filter((path) => !missing.some((other) => isBelow(path, other)))
      .filter((path) => !unfilled.some(({ field }) => excuses(field, kind, path)))
      .map((path) => `${kind} ${path}`);
  });
}

function ofKind(objects: readonly Base[], apiVersion: string, kind: string): readonly Base[] {
  return objects.filter((base) => base.kind === kind && base.apiVersion === apiVersion);
}

/** `Pod spec.x` and `spec.x` excuse a template's `spec.template.spec.x` too: a template is made of pods. */
function excuses(listed: string, kind: string, path: string): boolean {
  const [ofKind, field = ''] = listed.includes(' ') ? listed.split(' ') : [kind, listed];
  if (ofKind !== kind && ofKind !== 'Pod') return false;
  return `.${path}.`.includes(`.${field}.`) || `.${path}`.includes(`.${field}[`) || `.${path}`.includes(`.${field}{`);
}

/** What is missing says it for all below it. */
function isBelow(path: string, other: string): boolean {
  return path !== other && path.startsWith(other) && /^[.[{]/.test(path.slice(other.length));
}

function collect(value: JsonValue, type: FieldType, minor: number, filled: Set<string>): void {
  if (value === null || type.form === 'primitive') return;
  if (type.form === 'list') {
    if (isList(value)) for (const item of value) collect(item, type.items, minor, filled);
    return;
  }
  if (!isObject(value)) return;
  const fields = type.form === 'object' ? objectType(type.type, minor) : undefined;
  for (const [name, item] of Object.entries(value)) {
    const field = type.form === 'map' ? type.values : fields?.get(name);
    if (field === undefined) continue;
    if (type.form === 'object') filled.add(`${type.type}.${name}`);
    collect(item, field, minor, filled);
  }
}

/** Every field of every type below, with the first path that leads to it. */
function list(type: FieldType, at: string, minor: number, found: Map<string, string>): void {
  if (type.form === 'list') list(type.items, `${at}[]`, minor, found);
  if (type.form === 'map') list(type.values, `${at}{}`, minor, found);
  if (type.form !== 'object') return;
  for (const [name, field] of objectType(type.type, minor)) {
    if (name === 'status' && field.form === 'object' && field.type.endsWith('Status')) continue;
    if (type.type.endsWith('.ObjectMeta') && ofServers.has(name)) continue;
    const id = `${type.type}.${name}`;
    if (found.has(id)) continue;
    const path = at === '' ? name : `${at}.${name}`;
    found.set(id, path);
    list(field, path, minor, found);
  }
}
