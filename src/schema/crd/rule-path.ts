import type { FieldPath } from '../../kernel/index.ts';
import type { JsonSchema } from './json-schema.ts';

/** Where a rule wants its failure reported: `.spec.name`, `.labels['a.b']`; a path that leads nowhere counts as none. */
export function rulePath(
  fieldPath: string | undefined,
  schema: JsonSchema,
  at: FieldPath | undefined,
): FieldPath | undefined {
  return fieldPath === undefined || fieldPath === '' ? at : (followPath(fieldPath, schema, at)?.at ?? at);
}

/** Undefined when the path is none, or leads to no field of the schema. */
export function followPath(
  fieldPath: string,
  schema: JsonSchema,
  at?: FieldPath,
): { readonly at: FieldPath | undefined; readonly schema: JsonSchema } | undefined {
  let place = at;
  let current: JsonSchema = schema;
  let rest = fieldPath;
  while (rest !== '') {
    const [whole = '', quoted, plain] = /^(?:\['((?:[^'\\]|\\.)*)'\]|\.([^.[\]]+))/.exec(rest) ?? [];
    if (whole === '') return undefined;
    const name = plain ?? unescaped(quoted ?? '');
    const { properties, additionalProperties } = current;
    if (name === undefined || (properties === undefined && typeof additionalProperties !== 'object')) return undefined;
    const next = properties === undefined ? additionalProperties : Object.hasOwn(properties, name) && properties[name];
    if (typeof next !== 'object') return undefined;
    place = { parent: place, part: name, keyed: properties === undefined };
    current = next;
    rest = rest.slice(whole.length);
  }
  return { at: place, schema: current };
}

const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  "'": "'",
  '\\': '\\',
};

function unescaped(text: string): string | undefined {
  const directives = [...text.matchAll(/\\(.)/g)].map(([, directive = '']) => directive);
  if (!directives.every((directive) => Object.hasOwn(escapes, directive))) return undefined;
  return text.replaceAll(/\\(.)/g, (_, directive: string) => escapes[directive] ?? '');
}
