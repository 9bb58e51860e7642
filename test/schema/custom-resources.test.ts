import { describe, expect, test } from 'vitest';
import { judgeCustomResource, readDefinition } from '#src/schema/index.ts';
import type { CustomResourceSchema, CustomResourceVerdict, JsonSchema } from '#src/schema/index.ts';

type Members = Record<string, unknown>;

function resource(spec: JsonSchema, more: Partial<CustomResourceSchema> = {}): CustomResourceSchema {
  const [version] = readDefinition({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: 'Widget', plural: 'widgets' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object', properties: { spec } } },
        },
      ],
    },
  });
  if (version === undefined) throw new Error('no version');
  return { ...version, ...more };
}

function widget(spec: unknown): Members {
  return { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' }, spec };
}

function judge(schema: JsonSchema, spec: unknown, old?: unknown, minor = 36): CustomResourceVerdict {
  return judgeCustomResource(widget(spec), resource(schema), minor, old === undefined ? undefined : widget(old));
}

function errorsOf(schema: JsonSchema, spec: unknown, minor = 36): readonly string[] {
  return judge(schema, spec, undefined, minor).errors.map(({ type, field }) => `${type} ${field}`);
}

function object(properties: Readonly<Record<string, JsonSchema>>, more: JsonSchema = {}): JsonSchema {
  return { type: 'object', properties, ...more };
}

describe('fields', () => {
  test('unknown ones are reported and dropped, also inside lists', () => {
    const schema = object({ a: { type: 'array', items: object({ b: { type: 'string' } }) } });
    const verdict = judge(schema, { a: [{ b: 'x', c: 1 }], bee: 1 });
    expect(verdict.errors.map(({ type, field }) => `${type} ${field}`)).toEqual([
      'unknown-field spec.a[0].c',
      'unknown-field spec.bee',
    ]);
    expect(verdict.object['spec']).toEqual({ a: [{ b: 'x' }] });
  });

  test('kept where the schema says so, but for what it speaks of', () => {
    const schema = object({ a: object({ b: { type: 'string' } }) }, { 'x-kubernetes-preserve-unknown-fields': true });
    expect(errorsOf(schema, { z: 1, a: { y: 1 } })).toEqual(['unknown-field spec.a.y']);
  });

  test('nulls are dropped, unless they are allowed or a default takes their place', () => {
    const schema = object({
      gone: { type: 'string' },
      kept: { type: 'string', nullable: true },
      filled: { type: 'string', default: 'x' },
    });
    const verdict = judge(schema, { gone: null, kept: null, filled: null });
    expect(verdict.errors).toEqual([]);
    expect(verdict.object['spec']).toEqual({ kept: null, filled: 'x' });
  });

  test('defaults are filled in before anything is checked, from outside to inside', () => {
    const schema = object(
      { a: object({ b: { type: 'integer', default: 3 } }, { default: {} }) },
      { required: ['a'], 'x-kubernetes-validations': [{ rule: 'self.a.b == 3' }] },
    );
    const verdict = judge(schema, {});
    expect(verdict.errors).toEqual([]);
    expect(verdict.object['spec']).toEqual({ a: { b: 3 } });
  });

  test('the input is not touched', () => {
    const input = widget({ a: null });
    const before = JSON.stringify(input);
    judgeCustomResource(input, resource(object({ a: { type: 'string', default: 'x' } })), 36);
    expect(JSON.stringify(input)).toBe(before);
  });

  test('metadata is decoded as that of any object', () => {
    const value = { ...widget({}), metadata: { name: 1, labels: { a: 'b' }, foo: 1 } };
    const errors = judgeCustomResource(value, resource(object({})), 36).errors;
    expect(errors.map(({ type, field }) => `${type} ${field}`)).toEqual([
      'type-invalid metadata.name',
      'unknown-field metadata.foo',
    ]);
  });

  test('a status subresource takes the status out', () => {
    const value = { ...widget({}), status: { anything: 1 } };
    const schema = resource(object({}), { status: true, preserveUnknownFields: true });
    expect(judgeCustomResource(value, schema, 36).object).not.toHaveProperty('status');
  });
});

describe('values', () => {
  test.each<[string, JsonSchema, unknown]>([
    ['type-invalid spec.a', { type: 'string' }, 1],
    ['type-invalid spec.a', { type: 'integer' }, 1.5],
    ['type-invalid spec.a', { type: 'array', items: { type: 'string' } }, {}],
    ['type-invalid spec.a', { 'x-kubernetes-int-or-string': true }, true],
    ['type-invalid spec.a.b', { type: 'object', additionalProperties: { type: 'string' } }, { b: 1 }],
    ['not-supported spec.a', { type: 'string', enum: ['x', 'y'] }, 'z'],
    ['too-long spec.a', { type: 'string', maxLength: 2 }, 'abc'],
    ['invalid spec.a', { type: 'string', minLength: 4 }, 'abc'],
    ['invalid spec.a', { type: 'string', pattern: '^[a-z]+$' }, 'A'],
    ['invalid spec.a', { type: 'integer', minimum: 3 }, 2],
    ['invalid spec.a', { type: 'integer', maximum: 3, exclusiveMaximum: true }, 3],
    ['invalid spec.a', { type: 'integer', multipleOf: 2 }, 3],
    ['too-many spec.a', { type: 'array', maxItems: 1, items: { type: 'integer' } }, [1, 2]],
    ['invalid spec.a', { type: 'array', minItems: 1, items: { type: 'integer' } }, []],
    ['required spec.a.b', { type: 'object', required: ['b'], properties: { b: { type: 'string' } } }, {}],
    ['type-invalid spec.a', { type: 'string', format: 'date-time' }, 'yesterday'],
    ['type-invalid spec.a', { type: 'string', format: 'uri' }, 'no uri'],
    ['type-invalid spec.a', { type: 'string', format: 'email' }, 'a@'],
    ['type-invalid spec.a', { type: 'string', format: 'hostname' }, '-a'],
    ['type-invalid spec.a', { type: 'string', format: 'uuid' }, '123'],
    ['type-invalid spec.a', { type: 'string', format: 'byte' }, 'a'],
    ['type-invalid spec.a', { type: 'string', format: 'duration' }, 'x'],
    ['type-invalid spec.a', { type: 'string', format: 'mac' }, '00:00'],
    ['type-invalid spec.a', { type: 'string', format: 'isbn' }, '1234'],
    ['invalid <nil>', { type: 'integer', format: 'int32' }, 2 ** 31],
  ])('%s', (expected, schema, value) => {
    expect(errorsOf(object({ a: schema }), { a: value })).toEqual([expected]);
  });

  test.each<[JsonSchema, unknown]>([
    [{ type: 'number' }, 1],
    [{ type: 'integer' }, 9007199254740993n],
    [{ 'x-kubernetes-int-or-string': true }, '50%'],
    [{ type: 'string', maxLength: 1 }, '😀'],
    [{ type: 'string', format: 'date-time' }, '2026-01-31T12:00:00.123Z'],
    [{ type: 'string', format: 'email' }, 'Ada <ada@example.com>'],
    [{ type: 'string', format: 'uri' }, '/absolute/path'],
    [{ type: 'string', format: 'duration' }, '3 days'],
    [{ type: 'string', format: 'isbn' }, '978-0321751041'],
    [{ type: 'string', format: 'creditcard' }, '4111 1111 1111 1111'],
    [{ type: 'string', format: 'no-such-format' }, 'anything'],
    // As the server has it: a list passes for a string that has a format.
    [{ type: 'string', format: 'uuid' }, []],
  ])('accepted, case %#', (schema, value) => {
    expect(errorsOf(object({ a: schema }), { a: value })).toEqual([]);
  });

  test('formats of numbers count from 1.36 on', () => {
    const schema = object({ a: { type: 'integer', format: 'int32' } });
    expect(errorsOf(schema, { a: 2 ** 31 }, 34)).toEqual([]);
  });

  test('of unions the branch with the most matches is explained', () => {
    const schema = object(
      { a: { type: 'string' }, b: { type: 'string' } },
      { oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    );
    expect(errorsOf(schema, { a: 'x' })).toEqual([]);
    expect(errorsOf(schema, { a: 'x', b: 'x' })).toEqual(['invalid <nil>']);
    expect(errorsOf(schema, {})).toEqual(['invalid <nil>', 'required spec.a']);
  });

  test('items of sets and maps that stand twice, once each', () => {
    const schema = object({
      set: { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' },
      map: {
        type: 'array',
        items: object({ name: { type: 'string' }, port: { type: 'integer' } }),
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['name'],
      },
    });
    const spec = { set: ['a', 'b', 'a', 'a'], map: [{ name: 'x', port: 1 }, { name: 'x' }, { name: 'y' }] };
    expect(errorsOf(schema, spec)).toEqual(['duplicate spec.set[2]', 'duplicate spec.map[1]']);
  });

  test('embedded resources say what they are, and have metadata like any object', () => {
    const schema = object({
      a: { type: 'object', 'x-kubernetes-embedded-resource': true, 'x-kubernetes-preserve-unknown-fields': true },
    });
    expect(errorsOf(schema, { a: { kind: 'x y', metadata: { name: 1 } } })).toEqual([
      'required spec.a.apiVersion',
      'invalid spec.a.kind',
      'type-invalid spec.a.metadata.name',
    ]);
    const { metadata } = judge(schema, { a: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'b' } } });
    expect(metadata).toMatchObject([{ metadata: { name: 'b' } }]);
  });
});

describe('rules', () => {
  const ruled = object(
    { replicas: { type: 'integer' }, name: { type: 'string' } },
    {
      'x-kubernetes-validations': [
        {
          rule: '!has(self.replicas) || self.replicas < 10',
          messageExpression: '"not " + string(self.replicas)',
          reason: 'FieldValueForbidden',
          fieldPath: '.replicas',
        },
        { rule: '!has(oldSelf.name) || self.name == oldSelf.name', message: 'the name stays' },
      ],
    },
  );

  test('stand at their field path, with their reason and message', () => {
    expect(judge(ruled, { replicas: 12, name: 'a' }).errors).toMatchObject([
      { type: 'forbidden', field: 'spec.replicas', pointer: '/spec/replicas', detail: 'not 12' },
    ]);
  });

  test('about the old object need one', () => {
    expect(judge(ruled, { name: 'b' }).errors).toEqual([]);
    expect(judge(ruled, { name: 'b' }, { name: 'a' }).errors).toMatchObject([
      { type: 'invalid', field: 'spec', detail: 'the name stays' },
    ]);
  });

  test('are not run over an object that is wrong otherwise', () => {
    expect(errorsOf(ruled, { replicas: '12' })).toEqual(['type-invalid spec.replicas']);
  });

  test('of items of a map find the old item by its key', () => {
    const schema = object({
      list: {
        type: 'array',
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['name'],
        items: object(
          { name: { type: 'string' }, size: { type: 'integer' } },
          { 'x-kubernetes-validations': [{ rule: 'self.size >= oldSelf.size' }] },
        ),
      },
    });
    const old = {
      list: [
        { name: 'a', size: 1 },
        { name: 'b', size: 5 },
      ],
    };
    const now = {
      list: [
        { name: 'b', size: 4 },
        { name: 'a', size: 2 },
        { name: 'c', size: 0 },
      ],
    };
    expect(judge(schema, now, old).errors.map(({ field }) => field)).toEqual(['spec.list[0]']);
  });

  test('that cannot be run are said, and are no errors', () => {
    const schema = object({}, { 'x-kubernetes-validations': [{ rule: 'nobody.knows(self)' }] });
    const { errors, notChecked } = judge(schema, {});
    expect(errors).toEqual([]);
    expect(notChecked).toMatchObject([{ field: 'spec', rule: 'nobody.knows(self)' }]);
  });
});

describe('what was wrong before', () => {
  const schema = object({ a: { type: 'string', enum: ['x'] }, b: { type: 'string', maxLength: 1 } });

  test('is forgiven while it does not change, from 1.30 on', () => {
    expect(judge(schema, { a: 'old', b: 'y' }, { a: 'old', b: 'x' }).errors).toEqual([]);
    expect(judge(schema, { a: 'old', b: 'y' }, { a: 'old', b: 'x' }, 29).errors).toHaveLength(1);
    expect(judge(schema, { a: 'new' }, { a: 'old' }).errors).toHaveLength(1);
  });
});

describe('hostile input', () => {
  test('deep, wide and odd values end', () => {
    let deep: unknown = 'x';
    let schema: JsonSchema = { type: 'string' };
    for (let level = 0; level < 400; level += 1) {
      deep = { a: deep };
      schema = object({ a: schema });
    }
    expect(errorsOf(schema, deep)).toEqual([]);
    const names = Array.from({ length: 50_000 }, (_, at) => [`name${at}`, at]);
    expect(errorsOf(object({}), Object.fromEntries(names))).toHaveLength(50_000);
    const set: JsonSchema = { type: 'array', items: { type: 'integer' }, 'x-kubernetes-list-type': 'set' };
    expect(errorsOf(object({ set }), { set: Array.from({ length: 50_000 }, (_, at) => at) })).toEqual([]);
  });

  test('members called __proto__ and constructor are members', () => {
    const spec: unknown = JSON.parse('{"map":{"__proto__":"x","constructor":"y"}}');
    const schema = object({ map: { type: 'object', additionalProperties: { type: 'string' } } });
    const verdict = judge(schema, spec);
    expect(verdict.errors).toEqual([]);
    expect(JSON.stringify(verdict.object['spec'])).toBe('{"map":{"__proto__":"x","constructor":"y"}}');
  });

  test('a definition that is no good declares what it can', () => {
    expect(readDefinition({ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' })).toEqual([]);
    expect(readDefinition(undefined)).toEqual([]);
  });

  test('limits beyond 2^53 are no trouble', () => {
    const schema = object({ a: { type: 'string', maxLength: 9007199254740993n as unknown as number, minLength: 1 } });
    expect(errorsOf(schema, { a: 'x' })).toEqual([]);
  });
});
