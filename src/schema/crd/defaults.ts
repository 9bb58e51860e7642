import { defaultOf, isNullable, memberSchema } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { deepCopy, hasMember, isMembers, setMember } from './members.ts';

/** Fills the schema's defaults into `value`, which has to be a copy; a null that is not allowed counts as left out. */
export function fillDefaults(value: unknown, schema: JsonSchema | undefined): void {
  if (schema === undefined) return;
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    for (const [at, item] of items.entries()) {
      if (isRefusedNull(item, schema.items)) items[at] = deepCopy(defaultOf(schema.items) ?? null);
      fillDefaults(items[at], schema.items);
    }
    return;
  }
  if (!isMembers(value)) return;
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const given = defaultOf(property);
    if (given !== undefined && (!hasMember(value, name) || isRefusedNull(value[name], property))) {
      setMember(value, name, deepCopy(given));
    }
  }
  for (const name of Object.keys(value)) {
    const own = memberSchema(schema, name);
    if (isRefusedNull(value[name], own)) setMember(value, name, deepCopy(defaultOf(own) ?? null));
    fillDefaults(value[name], own);
  }
}

function isRefusedNull(value: unknown, schema: JsonSchema | undefined): boolean {
  return value === null && schema !== undefined && !isNullable(schema);
}
