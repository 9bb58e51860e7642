import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';
import { told } from '../in-fleet.ts';

const gateway = 'gateway.networking.k8s.io/v1';
const object = (apiVersion: string, kind: string, spec: object, namespace = 'shop') => ({
  apiVersion,
  kind,
  metadata: { name: 'one', namespace },
  spec,
});
const issued = (dnsNames: readonly string[], namespace?: string) =>
  object('cert-manager.io/v1', 'Certificate', { secretName: 'tls', dnsNames }, namespace);
const listener = (hostname: string, reference: object = {}) =>
  object(gateway, 'ListenerSet', {
    listeners: [{ name: 'https', hostname, tls: { certificateRefs: [{ name: 'tls', ...reference }] } }],
  });
const route = (host: string) =>
  object(gateway, 'HTTPRoute', { hostnames: [host], parentRefs: [{ kind: 'ListenerSet', name: 'one' }] });

function say(...objects: readonly object[]): readonly string[] {
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  const rules = selectRules({ names: ['certificate-names'] });
  return told(judge([{ path: 'all.yaml', text }], { target: { minor: 36 }, rules }).findings);
}

test('a listener shows a certificate for its host', () => {
  expect(say(issued(['*.a.example']), listener('*.a.example'), route('x.a.example'))).toEqual([]);
  expect(say(issued(['a.example']), listener('*.a.example'))).toEqual(['not-covered /spec/listeners/0/hostname']);
});

test("a listener's star is longer than a certificate's", () => {
  expect(say(issued(['*.a.example']), listener('*.a.example'), route('x.y.a.example'))).toEqual([
    'not-covered /spec/hostnames/0',
  ]);
});

test('what is not made here is not known', () => {
  expect(say(listener('*.a.example'), route('x.y.a.example'))).toEqual([]);
  expect(say(issued(['b.example'], 'elsewhere'), listener('a.example'))).toEqual([]);
  expect(say(issued(['b.example'], 'elsewhere'), listener('a.example', { namespace: 'elsewhere' }))).toEqual([
    'not-covered /spec/listeners/0/hostname',
  ]);
});
