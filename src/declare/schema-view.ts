import type { z } from 'zod';

type Schema = z.core.$ZodType;

/** The schemas behind wrappers (optional, default...) and unions: what a value can be checked against in the end. */
function leaves(schema: Schema): readonly Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return leaves(def.innerType);
    case 'pipe':
      return leaves(def.in);
    case 'lazy':
      return leaves(def.getter());
    case 'union':
      return def.options.flatMap(leaves);
    default:
      return [schema];
  }
}

/** The schemas that stand at a path, several where a union stands above. */
export function schemasAt(schema: Schema, path: readonly PropertyKey[]): readonly Schema[] {
  let found: readonly Schema[] = [schema];
  for (const part of path) {
    found = found.flatMap(leaves).flatMap((leaf) => {
      const { def } = (leaf as z.core.$ZodTypes)._zod;
      if (def.type === 'object') {
        const child = Object.hasOwn(def.shape, part) ? def.shape[String(part)] : undefined;
        return child === undefined ? [] : [child];
      }
      if (def.type === 'array') return [def.element];
      return def.type === 'record' ? [def.valueType] : [];
    });
  }
  return found;
}

export function keysAt(schema: Schema, path: readonly PropertyKey[]): readonly string[] {
  const keys = schemasAt(schema, path)
    .flatMap(leaves)
    .flatMap((leaf) => {
      const { def } = (leaf as z.core.$ZodTypes)._zod;
      return def.type === 'object' ? Object.keys(def.shape) : [];
    });
  return [...new Set(keys)];
}

export function orList(items: readonly string[]): string {
  const unique = [...new Set(items)];
  return unique.length < 2 ? unique.join('') : `${unique.slice(0, -1).join(', ')} or ${unique.at(-1) ?? ''}`;
}

function descriptionOf(schema: Schema): string | undefined {
  const described = schema as { readonly description?: unknown };
  return typeof described.description === 'string' ? described.description : undefined;
}

export function isDescribed(schema: Schema): boolean {
  return descriptionOf(schema) !== undefined || leaves(schema).some((leaf) => descriptionOf(leaf) !== undefined);
}

/** What the schema lets through, in words: `a string`, `` `a` or `b` ``, `a list of ...`. */
export function allowedBy(schema: Schema): string {
  const own = descriptionOf(schema);
  if (own !== undefined) return own;
  return orList(leaves(schema).map(allowedByLeaf));
}

function allowedByLeaf(leaf: Schema): string {
  const own = descriptionOf(leaf);
  if (own !== undefined) return own;
  const { def } = (leaf as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return 'a string';
    case 'number':
      return 'a number';
    case 'boolean':
      return '`true` or `false`';
    case 'enum':
      return orList(Object.values(def.entries).map((entry) => `\`${String(entry)}\``));
    case 'literal':
      return orList(def.values.map((value) => `\`${String(value)}\``));
    case 'array':
      return `a list, each item ${allowedBy(def.element)}`;
    case 'record':
      return `an object, each value ${allowedBy(def.valueType)}`;
    case 'object': {
      const keys = Object.keys(def.shape);
      return keys.length === 0
        ? 'an empty object'
        : `an object with the keys ${keys.map((key) => `\`${key}\``).join(', ')}`;
    }
    default:
      return 'another type of value';
  }
}
