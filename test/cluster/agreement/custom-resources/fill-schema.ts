import type { JsonObject, JsonValue } from '#src/kernel/index.ts';
import type { JsonSchema } from '../../../../src/schema/index.ts';
import { compileRe2 } from '../../../../src/formats/index.ts';

/** What an object may still take, and the fields that other objects of the kind hold already. */
export interface Filling {
  fields: number;
  readonly seen: Set<string>;
}

const texts =
  words(`text a-name Name https://example.com/path /path 10s 1m0s 30 500m 1Gi example.com example.com/name a/b
  10.0.0.0/8 10.0.0.1 2026-01-31T12:00:00Z YQ== 1.2.3 v1 123 80 100% 50 true /24 arn:aws:iam::123456789012:role/x a A ::1
  00:00 0.5 example.com:80 sha256:${'a'.repeat(64)} ${'a'.repeat(40)} 2026-01-31 15:04 monday #ffffff`);
const formats: Readonly<Record<string, string>> = {
  'date-time': '2026-01-31T12:00:00Z',
  date: '2026-01-31',
  byte: 'YQ==',
  uri: 'https://example.com/path',
  email: 'a@example.com',
  hostname: 'example.com',
  ipv4: '10.0.0.1',
  ipv6: '::1',
  cidr: '10.0.0.0/8',
  duration: '10s',
  uuid: '01234567-89ab-4cde-8f01-23456789abcd',
};
const deepest = 14;

/** A value that a schema takes, most probably: the server has the last word. Undefined when there is no room for it. */
export function fillValue(schema: JsonSchema, path: string, filling: Filling, at = 0): JsonValue | undefined {
  filling.fields -= 1;
  filling.seen.add(path);
  if (schema.default !== undefined && schema.default !== null && schema.type !== 'object')
    return schema.default as JsonValue;
  if (schema.enum !== undefined) return schema.enum.find((one) => one !== '' && one !== null) as JsonValue;
  if (schema['x-kubernetes-int-or-string'] === true) return fillText(schema, '80') ?? 80;
  switch (schema.type) {
    case 'string':
      return fillText(schema, formats[schema.format ?? '']);
    case 'integer':
    case 'number':
      return fillNumber(schema);
    case 'boolean':
      return true;
    case 'array':
      return fillList(schema, path, filling, at);
    case 'object':
      return fillObject(schema, path, filling, at);
    default:
      return schema['x-kubernetes-preserve-unknown-fields'] === true ? { any: 'thing' } : undefined;
  }
}

function fillObject(schema: JsonSchema, path: string, filling: Filling, at: number): JsonObject | undefined {
  if (at > deepest) return undefined;
  if (schema['x-kubernetes-embedded-resource'] === true) {
    return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'embedded' } };
  }
  const { properties, additionalProperties, required = [] } = schema;
  if (properties === undefined && typeof additionalProperties === 'object') {
    const value = fillValue(additionalProperties, `${path}.*`, filling, at + 1);
    return value === undefined ? undefined : { key: value };
  }
  const names = Object.keys(properties ?? {}).filter((name) => !excluded(schema).includes(name));
  const fresh = names.filter((name) => !filling.seen.has(`${path}.${name}`));
  const order = [...new Set([...required, ...fresh, ...names])];
  const entries: [string, JsonValue][] = [];
  for (const name of order) {
    const property = properties?.[name];
    const wanted = required.includes(name) || filling.fields > 0;
    if (property === undefined || !wanted) continue;
    const value = fillValue(property, `${path}.${name}`, filling, at + 1);
    if (value !== undefined) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

/** Of a union the first branch is taken. */
function excluded({ oneOf = [] }: JsonSchema): readonly string[] {
  const [first, ...others] = oneOf.map(({ required = [] }) => required);
  return others.flat().filter((name) => first?.includes(name) !== true);
}

function fillList(schema: JsonSchema, path: string, filling: Filling, at: number): JsonValue | undefined {
  if (schema.items === undefined) return [];
  const item = fillValue(schema.items, `${path}[]`, filling, at + 1);
  if (item === undefined) return undefined;
  const count = Math.max(1, schema.minItems ?? 1);
  const other = typeof item === 'string' && schema['x-kubernetes-list-type'] === 'set' ? texts : [];
  return Array.from({ length: count }, (_, position) => (position === 0 ? item : (other[position] ?? item)));
}

function fillText(schema: JsonSchema, wanted: string | undefined): string | undefined {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  const patterns = [schema, ...(schema.allOf ?? []), ...(schema.anyOf ?? [])].map(({ pattern }) => pattern ?? '');
  const tests = patterns.filter((pattern) => pattern !== '').map((pattern) => compileRe2(pattern).re2);
  const candidates = [...(wanted === undefined ? [] : [wanted]), ...texts, 'x'.repeat(Math.min(minLength, 10_000))];
  return (
    candidates.find(
      (text) => text.length >= minLength && text.length <= maxLength && tests.every((re2) => re2?.test(text) ?? true),
    ) ?? wanted
  );
}

function fillNumber({ minimum, maximum, exclusiveMinimum, multipleOf = 1 }: JsonSchema): number {
  const low =
    minimum === undefined ? 1 : exclusiveMinimum === true ? minimum + 1 : Math.max(minimum, Math.min(1, maximum ?? 1));
  const value = Math.ceil(low / multipleOf) * multipleOf;
  return maximum !== undefined && value > maximum ? maximum : value;
}

function words(text: string): readonly string[] {
  return [...text.split(/\s+/), '0 * * * *'];
}
