import { describe, expect, test } from 'vitest';
import { decode } from '#src/schema/index.ts';

const pod = 'core.v1.Pod';

function errorsOf(type: string, value: unknown): readonly string[] {
  return decode(value, type, 36).errors.map((error) => `${error.type} ${error.field}`);
}

function bytes(a: unknown): readonly string[] {
  return errorsOf('core.v1.ConfigMap', { binaryData: { a } });
}

function renew(renewTime: unknown): readonly string[] {
  return errorsOf('coordination.v1.Lease', { spec: { renewTime } });
}

function schema(a: unknown): readonly string[] {
  return errorsOf('apiextensions.v1.CustomResourceDefinition', {
    spec: { versions: [{ schema: { openAPIV3Schema: { properties: { a } } } }] },
  });
}

describe('fields of a wrong type', () => {
  test.each([
    ['spec.terminationGracePeriodSeconds', { terminationGracePeriodSeconds: '1' }],
    ['spec.terminationGracePeriodSeconds', { terminationGracePeriodSeconds: 1.5 }],
    ['spec.terminationGracePeriodSeconds', { terminationGracePeriodSeconds: 9223372036854775808n }],
    ['spec.priority', { priority: 2147483648 }],
    ['spec.hostNetwork', { hostNetwork: 'true' }],
    ['spec.nodeName', { nodeName: 1 }],
    ['spec.nodeSelector[a]', { nodeSelector: { a: 1 } }],
    ['spec.nodeSelector', { nodeSelector: [] }],
    ['spec.tolerations', { tolerations: {} }],
    ['spec.tolerations[1]', { tolerations: [{}, 'x'] }],
    ['spec.overhead[cpu]', { overhead: { cpu: true } }],
    ['spec.overhead[cpu]', { overhead: { cpu: '' } }],
    ['spec.overhead[cpu]', { overhead: { cpu: '1K' } }],
  ])('%s, case %#', (field, spec) => {
    expect(errorsOf(pod, { spec })).toEqual([`type-invalid ${field}`]);
  });

  test('are left out, so that later checks see what is certain', () => {
    const { object } = decode({ spec: { replicas: '3', paused: true } }, 'apps.v1.Deployment', 36);
    expect(object).toEqual({ spec: { paused: true } });
  });

  test('keep their place in a list', () => {
    const { object } = decode({ spec: { containers: ['x', { name: 'b' }] } }, pod, 36);
    expect(object).toEqual({ spec: { containers: [{}, { name: 'b' }] } });
  });
});

test.each([
  ['a whole number of 64 bits', { spec: { terminationGracePeriodSeconds: 9007199254740993n } }],
  ['quantities as numbers and odd zeroes', { spec: { overhead: { cpu: 1.5, memory: '.', x: ' 1e-3 ' } } }],
  ['a time with one digit of hour', { metadata: { creationTimestamp: '2020-01-01T0:00:00,5Z' } }],
])('accepted as it is: %s', (_, value) => {
  const decoded = decode(value, pod, 36);
  expect(decoded.errors).toEqual([]);
  expect(decoded.object).toBe(value);
});

test('base64, and a list of bytes', () => {
  expect(bytes('YQ==')).toEqual([]);
  expect(bytes('Y\nQ==')).toEqual([]);
  expect(bytes([1, 2])).toEqual([]);
  expect(bytes('YQ')).toEqual(['type-invalid binaryData[a]']);
  expect(bytes([256])).toEqual(['type-invalid binaryData[a]']);
});

test('times with microseconds have exactly six digits', () => {
  expect(renew('2020-01-01T00:00:00.000000Z')).toEqual([]);
  expect(renew('2020-01-01T00:00:00Z')).toEqual(['type-invalid spec.renewTime']);
  expect(renew('2020-02-30T00:00:00.000000Z')).toEqual(['type-invalid spec.renewTime']);
});

test('nulls become what Go makes of them', () => {
  const value = { metadata: null, data: { a: null, b: 'x' }, immutable: null };
  expect(decode(value, 'core.v1.ConfigMap', 36)).toEqual({ object: { data: { a: '', b: 'x' } }, errors: [] });
  const items = { spec: { tolerations: [null], containers: [{ args: [null, 'a'] }] } };
  expect(decode(items, pod, 36).object).toEqual({ spec: { tolerations: [{}], containers: [{ args: ['', 'a'] }] } });
});

test('unknown fields are reported with the nearest known ones, letter case counts', () => {
  const { errors } = decode({ spec: { Containers: [], restartPolice: 'Always', zzz: 1 } }, pod, 36);
  expect(errors.map(({ type, field, allowed }) => [type, field, allowed])).toEqual([
    ['unknown-field', 'spec.Containers', ['containers']],
    ['unknown-field', 'spec.restartPolice', ['restartPolicy']],
    ['unknown-field', 'spec.zzz', undefined],
  ]);
});

test('a field is known from the version that brought it', () => {
  const value = { spec: { containers: [{ resizePolicy: [] }] } };
  expect(errorsOf(pod, value)).toEqual([]);
  expect(decode(value, pod, 25).errors.map(({ field }) => field)).toEqual(['spec.containers[0].resizePolicy']);
});

test('schemas inside a definition: unions are decoded without looking for unknown fields', () => {
  const at = 'spec.versions[0].schema.openAPIV3Schema.properties[a]';
  expect(schema({ additionalProperties: { type: 'string', foo: 1 }, items: true })).toEqual([]);
  expect(schema({ type: 'string', foo: 1 })).toEqual([`unknown-field ${at}.foo`]);
  expect(schema({ additionalProperties: { type: 1 } })).toEqual([`type-invalid ${at}.additionalProperties.type`]);
  expect(schema({ additionalProperties: 'x' })).toEqual([`type-invalid ${at}.additionalProperties`]);
  expect(schema({ default: null, enum: [null, 1] })).toEqual([]);
});

test('members called __proto__ are members', () => {
  const value: unknown = JSON.parse('{"data":{"__proto__":null,"a":"b"}}');
  const { object } = decode(value, 'core.v1.ConfigMap', 36);
  expect(JSON.stringify(object)).toBe('{"data":{"__proto__":"","a":"b"}}');
});

test('deep and large values end', () => {
  let deep: unknown = { type: 'string' };
  for (let level = 0; level < 20_000; level += 1) deep = { not: deep };
  const definition = { spec: { versions: [{ schema: { openAPIV3Schema: deep } }] } };
  expect(errorsOf('apiextensions.v1.CustomResourceDefinition', definition)).toHaveLength(1);
  const names = Array.from({ length: 100_000 }, (_, at) => [`field${at}`, 1]);
  expect(errorsOf(pod, { spec: Object.fromEntries(names) })).toHaveLength(100_000);
});
