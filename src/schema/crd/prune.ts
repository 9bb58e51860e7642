import type { FieldPath } from '../../kernel/index.ts';
import { defaultOf, isNullable, memberSchema } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { deepCopy, hasMember, isMembers, setMember } from './members.ts';
import type { Members } from './members.ts';

/** Told of every member that the schema does not know. */
export type ReportUnknown = (at: FieldPath | undefined, name: string, known: readonly string[]) => void;

const metaFields: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/**
 * A copy without what the API server drops while it decodes: members that a structural schema does not know (reported), and
 * nulls that are neither allowed nor replaced by a default. The members of the root that every object has stay as they are.
 */
export function pruned(object: Members, schema: JsonSchema | undefined, report: ReportUnknown): Members {
  const root: JsonSchema = { ...schema, 'x-kubernetes-embedded-resource': true };
  return prune(object, root, undefined, report) as Members;
}

/** Names of members that the schema does not know, anywhere in a value of it. */
export function unknownMembers(value: unknown, schema: JsonSchema, isResource: boolean): readonly string[] {
  const unknown: string[] = [];
  const read = isResource ? { ...schema, 'x-kubernetes-embedded-resource': true } : schema;
  prune(value, read, undefined, (_, name) => unknown.push(name));
  return unknown;
}

function prune(
  value: unknown,
  schema: JsonSchema | undefined,
  at: FieldPath | undefined,
  report: ReportUnknown,
): unknown {
  const keepsUnknown = schema?.['x-kubernetes-preserve-unknown-fields'] === true;
  if (Array.isArray(value)) {
    return value.map((item: unknown, part) => {
      const place = { parent: at, part, keyed: false };
      if (!keepsUnknown) return prune(item, schema?.items, place, report);
      return pruneKept(item, schema.items, place, report);
    });
  }
  if (!isMembers(value)) return value;
  return keepsUnknown ? pruneKept(value, schema, at, report) : pruneMembers(value, schema, at, report);
}

/** Below a list that keeps unknown fields, its items keep them too, but for those that a schema speaks of. */
function pruneKept(
  value: unknown,
  schema: JsonSchema | undefined,
  at: FieldPath | undefined,
  report: ReportUnknown,
): unknown {
  if (schema === undefined) return deepCopy(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown, part) =>
      pruneKept(item, schema.items, { parent: at, part, keyed: false }, report),
    );
  }
  if (!isMembers(value)) return value;
  const copy: Members = {};
  for (const name of Object.keys(value)) {
    const member = value[name];
    const spoken = hasOwn(schema, name) || schema.additionalProperties !== undefined;
    if (isMeta(schema, name) || !spoken) setMember(copy, name, deepCopy(member));
    else
      keep(
        copy,
        schema,
        name,
        prune(member, memberSchema(schema, name), { parent: at, part: name, keyed: false }, report),
      );
  }
  return copy;
}

function pruneMembers(
  value: Members,
  schema: JsonSchema | undefined,
  at: FieldPath | undefined,
  report: ReportUnknown,
): Members {
  const copy: Members = {};
  for (const name of Object.keys(value)) {
    const member = value[name];
    if (schema !== undefined && isMeta(schema, name)) setMember(copy, name, deepCopy(member));
    else if (schema !== undefined && (hasOwn(schema, name) || schema.additionalProperties !== undefined)) {
      const place = { parent: at, part: name, keyed: false };
      keep(copy, schema, name, prune(member, memberSchema(schema, name), place, report));
    } else report(at, name, Object.keys(schema?.properties ?? {}));
  }
  return copy;
}

/** A null that is neither allowed nor replaced by a default is dropped. */
function keep(copy: Members, schema: JsonSchema, name: string, value: unknown): void {
  const own = memberSchema(schema, name);
  if (value === null && own !== undefined && !isNullable(own) && defaultOf(own) === undefined) return;
  setMember(copy, name, value);
}

function isMeta(schema: JsonSchema, name: string): boolean {
  return schema['x-kubernetes-embedded-resource'] === true && metaFields.has(name);
}

function hasOwn(schema: JsonSchema, name: string): boolean {
  return schema.properties !== undefined && hasMember(schema.properties, name);
}
