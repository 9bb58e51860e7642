import { child, formatField, index, key, pointerTo } from '../../kernel/index.ts';
import type { FieldError, FieldPath } from '../../kernel/index.ts';
import { canonicalText } from './canonical.ts';
import { memberSchema } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { hasMember, isMembers } from './members.ts';

/** Items of sets, and of lists that are maps, that stand twice. */
export function repeatedItems(value: unknown, schema: JsonSchema | undefined): readonly FieldError[] {
  const errors: FieldError[] = [];
  visit(errors, value, schema, undefined);
  return errors;
}

function visit(errors: FieldError[], value: unknown, schema: JsonSchema | undefined, at: FieldPath | undefined): void {
  if (schema === undefined) return;
  if (Array.isArray(value)) {
    if (schema['x-kubernetes-list-type'] === 'set') reportRepeated(errors, value, value, at);
    if (schema['x-kubernetes-list-type'] === 'map') visitMap(errors, value, schema, at);
    if (schema.items === undefined) return;
    for (const [part, item] of value.entries()) visit(errors, item, schema.items, index(at, part));
  } else if (isMembers(value)) {
    for (const name of Object.keys(value)) {
      const own = memberSchema(schema, name);
      const named = schema.properties !== undefined && hasMember(schema.properties, name);
      visit(errors, value[name], own, named ? child(at, name) : key(at, name));
    }
  }
}

function visitMap(errors: FieldError[], list: readonly unknown[], schema: JsonSchema, at: FieldPath | undefined): void {
  const wrong = list.findIndex((item) => item !== null && !isMembers(item));
  if (wrong >= 0) {
    errors.push(error('invalid', index(at, wrong), 'must be an object, because the list is a map', list[wrong]));
    return;
  }
  const names = schema['x-kubernetes-list-map-keys'] ?? [];
  const keys = list.map((item) => {
    const members = isMembers(item) ? item : {};
    return Object.fromEntries(names.filter((name) => hasMember(members, name)).map((name) => [name, members[name]]));
  });
  reportRepeated(errors, list, keys, at);
}

/** Each repeated value once, at its second place. */
function reportRepeated(
  errors: FieldError[],
  list: readonly unknown[],
  keys: readonly unknown[],
  at: FieldPath | undefined,
): void {
  if (list.length < 2) return;
  const seen = new Map<string, number>();
  for (const [part, one] of keys.entries()) {
    const text = canonicalText(one);
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    if (times === 2) errors.push(error('duplicate', index(at, part), 'stands here twice', one));
  }
}

function error(type: 'invalid' | 'duplicate', at: FieldPath, detail: string, value: unknown): FieldError {
  return { type, field: formatField(at), pointer: pointerTo(at), detail, value };
}
