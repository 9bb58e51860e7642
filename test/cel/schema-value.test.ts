import { describe, expect, test } from 'vitest';
import type { CelSchema } from '#src/cel/index.ts';
import {
  celTypeOf,
  compileCel,
  dynType,
  escapeField,
  ruleVariables,
  toCelValue,
  unescapeField,
} from '#src/cel/index.ts';

const schema: CelSchema = {
  type: 'object',
  properties: {
    when: { type: 'string', format: 'date-time' },
    day: { type: 'string', format: 'date' },
    delay: { type: 'string', format: 'duration' },
    raw: { type: 'string', format: 'byte' },
    port: { 'x-kubernetes-int-or-string': true },
    big: { type: 'integer' },
    ratio: { type: 'number' },
    maybe: { type: 'string', nullable: true },
    'a-b/c': { type: 'string' },
    set: { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } },
    map: {
      type: 'array',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['k'],
      items: { type: 'object', properties: { k: { type: 'string' }, v: { type: 'integer' } } },
    },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    embedded: { type: 'object', 'x-kubernetes-embedded-resource': true, 'x-kubernetes-preserve-unknown-fields': true },
  },
};

const data = {
  when: '2026-01-31T12:00:00Z',
  day: '2026-01-31',
  delay: '2 hours',
  raw: 'aGVsbG8=',
  port: '80%',
  big: 9007199254740993n,
  ratio: 3,
  maybe: null,
  'a-b/c': 'x',
  set: ['a', 'b'],
  map: [
    { k: 'a', v: 1 },
    { k: 'b', v: 2 },
  ],
  labels: { 'x.y/z': 'v' },
  embedded: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: {} },
};

function valueOf(source: string, self: unknown, oldSelf: unknown = self): unknown {
  const compiled = compileCel(source, {
    minor: 36,
    use: 'crd',
    variables: ruleVariables(celTypeOf(schema, 'self') ?? dynType),
  });
  if (compiled.outcome !== 'compiled') return JSON.stringify(compiled);
  const result = compiled.program.evaluate({
    self: toCelValue(self, schema),
    oldSelf: () => toCelValue(oldSelf, schema),
  });
  return result.outcome === 'value' ? result.value : result.outcome;
}

describe('data through a schema', () => {
  test.each([
    "self.when - timestamp('2026-01-31T00:00:00Z') == duration('12h')",
    "self.day == timestamp('2026-01-31T00:00:00Z')",
    "self.delay == duration('7200s')",
    "self.raw == b'hello'",
    "type(self.port) == string && self.port == '80%'",
    'self.big == 9007199254740993',
    'self.ratio == 3.0 && type(self.ratio) == double',
    '!has(self.maybe)',
    "self.a__dash__b__slash__c == 'x'",
    "self.labels['x.y/z'] == 'v' && 'x.y/z' in self.labels",
    "self.embedded.metadata.name == 'p' && self.embedded.kind == 'Pod'",
    "self.map.exists(e, e.k == 'a' && e.v == 1)",
    'type(self.map) == list && type(self.labels) == map',
  ])('%s', (source) => expect(valueOf(source, data)).toBe(true));

  test('sets and lists of maps have no order, and add what is new', () => {
    const turned = { ...data, set: ['b', 'a'], map: data.map.toReversed() };
    expect(valueOf('self.set == oldSelf.set && self.map == oldSelf.map', data, turned)).toBe(true);
    const other = {
      ...data,
      set: ['b', 'c'],
      map: [
        { k: 'b', v: 9 },
        { k: 'c', v: 3 },
      ],
    };
    expect(valueOf("self.set + oldSelf.set == ['a', 'b', 'c']", data, other)).toBe(true);
    expect(valueOf('(self.map + oldSelf.map).map(e, e.v) == [1, 9, 3]', data, other)).toBe(true);
  });

  test('what does not go with its schema is an error', () => {
    expect(valueOf('self.big == 1', { big: 'x' })).toBe('error');
    expect(valueOf("self.delay == duration('1s')", { delay: 'soon' })).toBe('error');
  });
});

test.each([
  ['a-b', 'a__dash__b'],
  ['a.b/c', 'a__dot__b__slash__c'],
  ['a__b', 'a__underscores__b'],
  ['namespace', '__namespace__'],
  ['plain_1', 'plain_1'],
])('%s is written %s', (field, written) => {
  expect(escapeField(field)).toBe(written);
  expect(unescapeField(written)).toBe(field);
});

test('some fields cannot be written', () => {
  expect(escapeField('1a')).toBeUndefined();
  expect(escapeField('a b')).toBeUndefined();
  expect(escapeField('')).toBeUndefined();
});
