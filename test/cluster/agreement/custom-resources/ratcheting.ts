import type { JsonObject } from '#src/kernel/index.ts';
import type { JsonSchema } from '../../../../src/schema/index.ts';

const group = 'ratcheting.example.com';
export const name = `things.${group}`;
export const apiVersion = `${group}/v1`;

const text: JsonSchema = { type: 'string' };

/** A definition that takes nearly anything, and one with the same fields that does not. */
export function definition(strict: boolean): JsonObject {
  const versions = [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: root(strict) } }];
  const spec = { group, scope: 'Namespaced', names: { plural: 'things', kind: 'Thing' }, versions };
  const object = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name }, spec };
  return object as unknown as JsonObject;
}

function root(strict: boolean): JsonSchema {
  const when = (schema: JsonSchema): JsonSchema => (strict ? schema : {});
  const rule = (text: string): JsonSchema => when({ 'x-kubernetes-validations': [{ rule: text }] });
  const short: JsonSchema = { ...text, ...when({ maxLength: 3, pattern: '^[a-z]+$' }) };
  const item = (value: JsonSchema, more: JsonSchema = {}): JsonSchema => ({
    type: 'object',
    required: ['name'],
    properties: { name: text, value, other: text },
    ...more,
  });
  const keyed: JsonSchema = { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] };
  const spec: JsonSchema = {
    type: 'object',
    properties: {
      short,
      word: { ...text, ...when({ enum: ['x', 'y'] }) },
      number: { type: 'integer', ...when({ maximum: 5 }) },
      object: {
        type: 'object',
        properties: { short, b: text },
        ...rule('size(self.b) < 4'),
        ...when({ required: ['b'] }),
      },
      map: { type: 'object', additionalProperties: short },
      list: { type: 'array', items: item(short) },
      keyed: { type: 'array', items: item(short), ...keyed },
      set: { type: 'array', items: short, 'x-kubernetes-list-type': 'set' },
      ruled: { type: 'array', items: item(text, rule('size(self.value) < 3')), ...keyed },
      union: {
        type: 'object',
        properties: { one: text, two: text },
        ...when({ oneOf: [{ required: ['one'] }, { required: ['two'] }] }),
      },
      either: { 'x-kubernetes-int-or-string': true, ...when({ pattern: '^[0-9]$' }) },
    },
    ...rule('!has(self.number) || self.number != 7'),
  };
  return { type: 'object', properties: { spec } };
}

/** Wrong in every field, once the definition is strict. */
export const stored: JsonObject = {
  short: 'TOOLONG',
  word: 'q',
  number: 7,
  object: { short: 'LONGER', b: 'toolong' },
  map: { k: 'BAD', l: 'ok' },
  list: [{ name: 'p', value: 'BAD', other: '1' }],
  keyed: [
    { name: 'p', value: 'BAD', other: '1' },
    { name: 'q', value: 'ok', other: '1' },
  ],
  set: ['BAD', 'ok'],
  ruled: [{ name: 'p', value: 'toolong', other: '1' }],
  union: { one: '1', two: '2' },
  either: 'bad',
};

/** What to change of it: some repairs, some other mistakes, some that leave the mistake alone. */
export const changes: readonly JsonObject[] = [
  {},
  { short: 'ALSOLONG' },
  { short: 'ok' },
  { number: 8 },
  { object: { short: 'LONGER', b: 'toolong2' } },
  { object: { short: 'ok', b: 'toolong' } },
  { object: { short: 'LONGER', b: 'ok' } },
  { object: { short: 'LONGER' } },
  { map: { k: 'BAD', l: 'WRONG' } },
  { map: { k: 'BAD', l: 'ok', z: 'ok' } },
  { map: { l: 'ok' } },
  { list: [{ name: 'p', value: 'BAD', other: '2' }] },
  { list: [{ name: 'p', value: 'BAD', other: '1' }, { name: 'r' }] },
  {
    keyed: [
      { name: 'q', value: 'ok' },
      { name: 'p', value: 'BAD', other: '1' },
    ],
  },
  { keyed: [{ name: 'p', value: 'BAD', other: '2' }] },
  { keyed: [{ name: 'z', value: 'BAD', other: '2' }] },
  { keyed: [{ name: 'p', value: 'BAD', other: '1' }, { name: 'p' }] },
  { set: ['ok', 'BAD'] },
  { set: ['BAD', 'ok', 'no'] },
  { ruled: [{ name: 'p', value: 'toolong', other: '2' }] },
  {
    ruled: [
      { name: 'p', value: 'toolong', other: '1' },
      { name: 'b', value: 'a' },
    ],
  },
  { ruled: [{ name: 'p', value: 'toolong3', other: '1' }] },
  { union: { one: '1', two: '3' } },
  { union: { one: '1' } },
  { either: 'bad2' },
];
