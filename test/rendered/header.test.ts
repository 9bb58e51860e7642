import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHeader, sha256, withHeader } from '#src/rendered/index.ts';

const source = { file: 'tenants/payments.ts', symbol: 'payments/checkout' };
const body = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';
const text = withHeader(body, source);

test('the header names file and symbol, and the digest of all that follows', () => {
  expect(text).toBe(
    '# Rendered by keelson from tenants/payments.ts (payments/checkout). Do not edit: change the source, run `keelson synth`.\n' +
      `# sha256:${sha256(body)}\n${body}`,
  );
  expect(readHeader(text)).toEqual({ state: 'intact', ...source });
  expect(readHeader(Buffer.from(text))).toEqual({ state: 'intact', ...source });
});

test('any body reads back as intact', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('a (b).ts', 'tenants/ü.yaml', 'x'), (any, file) => {
      const named = { file, symbol: 'component/cert-manager' };
      expect(readHeader(withHeader(Buffer.from(any).toString(), named))).toEqual({ state: 'intact', ...named });
    }),
  );
});

const conflicted = text.replace('  name: a\n', '<<<<<<< HEAD\n  name: a\n=======\n  name: b\n>>>>>>> feature\n');

test.each<[string, string | Uint8Array, ReturnType<typeof readHeader>]>([
  ['a changed value', text.replace('name: a', 'name: b'), { state: 'edited', because: 'content', ...source }],
  ['one byte more', `${text}\n`, { state: 'edited', because: 'content', ...source }],
  ['CRLF', text.replaceAll('\n', '\r\n'), { state: 'edited', because: 'line-endings', ...source }],
  [
    'CRLF and a change',
    text.replaceAll('\n', '\r\n').replace('name: a', 'name: b'),
    { state: 'edited', because: 'content', ...source },
  ],
  ['conflict markers in the body', conflicted, { state: 'edited', because: 'conflict', ...source }],
  ['conflict markers on top', `<<<<<<< HEAD\n${text}=======\n>>>>>>> x\n`, { state: 'edited', because: 'conflict' }],
  ['a comment on top', `# mine\n${text}`, { state: 'edited', because: 'header' }],
  ['a byte order mark', `\uFEFF${text}`, { state: 'edited', because: 'header' }],
  ['cut in line 1', text.slice(0, 20), { state: 'edited', because: 'header' }],
  ['cut after the symbol', text.slice(0, 60), { state: 'edited', because: 'header' }],
  ['cut in line 2', text.slice(0, text.indexOf('sha256') + 20), { state: 'edited', because: 'header', ...source }],
  ['cut in the body', text.slice(0, -5), { state: 'edited', because: 'content', ...source }],
  ['no digest', text.replace(/sha256:.*/, 'sha256:'), { state: 'edited', because: 'header', ...source }],
  ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x80]), { state: 'none' }],
  ['nothing', '', { state: 'none' }],
  ['another file', 'kind: ConfigMap\n', { state: 'none' }],
])('%s', (_, data, expected) => {
  expect(readHeader(data)).toEqual(expected);
});

test('no byte can change unseen, and no bytes make it throw', () => {
  const bytes = Buffer.from(text);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ change;
      const header = readHeader(changed);
      // The name of the source is no part of the digest: it shows as stale against a fresh render.
      expect(header.state !== 'intact' || at < bytes.indexOf(10)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (any) => {
      expect(['none', 'edited']).toContain(readHeader(any).state);
    }),
  );
});
