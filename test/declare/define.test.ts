import { expect, expectTypeOf, test } from 'vitest';
import { defineAppKind, defineTenant, drainDefinitions, isDefined, z } from '#src/declare/index.ts';

const kind = defineAppKind({
  name: 'service',
  description: 'Answers requests.',
  schema: z.strictObject({ port: z.number().int().max(65_535).default(8080), path: z.string().optional() }),
  build(_scope, input) {
    expectTypeOf(input.app.spec).toEqualTypeOf<{ port: number; path?: string | undefined }>();
    expectTypeOf(input.app.name).toEqualTypeOf<string>();
  },
});

test('a define call returns at once, whatever the value, and says where it stands', () => {
  drainDefinitions();
  const defined = defineTenant({ name: 'NOT VALID' });
  expect(isDefined(defined)).toBe(true);
  expect(isDefined({ kind: 'tenant', value: {}, frame: '' })).toBe(false);
  expect(Object.isFrozen(defined)).toBe(true);
  expect(defined.frame).toContain('define.test.ts');
  expect(drainDefinitions()).toEqual([defined]);
  expect(drainDefinitions()).toEqual([]);
});

function payments() {
  return defineTenant({ name: 'payments' });
}

test("the frame is the innermost one of the author's", () => {
  expect(payments().frame).toContain('payments');
  expect(Error.stackTraceLimit).toBeGreaterThan(1);
});

test('an app kind parses a spec: defaults are filled in', () => {
  expect(kind.value.parse({})).toEqual({ ok: true, value: { port: 8080 } });
});

test('an app kind says what is wrong with a spec, with the nearest key', () => {
  expect(kind.value.parse({ prot: 1, port: 70_000 })).toEqual({
    ok: false,
    issues: [
      expect.objectContaining({ pointer: '/port', message: '`port` is 70000: too big: expected number to be <=65535' }),
      expect.objectContaining({
        pointer: '/prot',
        message: 'unknown key `prot`',
        hint: 'Did you mean `port`? Allowed: `port`, `path`.',
      }),
    ],
  });
});

test('a schema that yields something else than JSON is refused', () => {
  const odd = defineAppKind({
    name: 'odd',
    description: 'Gives a date.',
    schema: z.strictObject({ since: z.string().transform((text) => new Date(text)) }),
    build() {},
  });
  expect(odd.value.parse({ since: '2026-01-01' })).toEqual({
    ok: false,
    issues: [expect.objectContaining({ pointer: '/since', message: '`since` is a Date' })],
  });
});
