import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';
import { told } from '../in-fleet.ts';

function say(...objects: readonly object[]): readonly string[] {
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  const rules = selectRules({ names: ['unique-route'] });
  return told(judge([{ path: 'all.yaml', text }], { target: { minor: 36 }, rules }).findings);
}

function ingress(name: string, spec: object = {}, annotations: object = {}): object {
  const backend = { service: { name: 'web', port: { number: 80 } } };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, namespace: 'shop', annotations },
    spec: { rules: [{ host: 'a.example', http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }], ...spec },
  };
}

function route(name: string, rule: object, spec: object = {}): object {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name, namespace: 'shop' },
    spec: { hostnames: ['b.example'], parentRefs: [{ name: 'public' }], rules: [rule], ...spec },
  };
}
const path = '/spec/rules/0/http/paths/0';
const at = (sectionName: string) => ({ parentRefs: [{ name: 'public', sectionName }] });

test('two Ingresses of a class take turns with nothing', () => {
  expect(say(ingress('one'), ingress('two'))).toEqual([`taken ${path}`]);
  expect(say(ingress('one', { ingressClassName: 'inner' }), ingress('two', { ingressClassName: 'outer' }))).toEqual([]);
  const old = { 'kubernetes.io/ingress.class': 'outer' };
  expect(say(ingress('one', {}, old), ingress('two', { ingressClassName: 'outer' }))).toEqual([`taken ${path}`]);
});

test('a canary answers a part of what another answers', () => {
  expect(say(ingress('one'), ingress('two', {}, { 'nginx.ingress.kubernetes.io/canary': 'true' }))).toEqual([]);
});

test('routes differ by path, method and headers, by host and by listener', () => {
  const get = { matches: [{ path: { value: '/' }, method: 'GET' }] };
  const post = { matches: [{ path: { value: '/' }, method: 'POST' }] };
  expect(say(route('one', get), route('two', post))).toEqual([]);
  expect(say(route('one', get), route('two', get))).toEqual(['taken /spec/rules/0/matches/0']);
  expect(say(route('one', {}), route('two', { matches: [{ path: { type: 'PathPrefix', value: '/' } }] }))).toEqual([
    'taken /spec/rules/0/matches/0',
  ]);
  expect(say(route('one', {}), route('two', {}, { hostnames: ['c.example'] }))).toEqual([]);
  expect(say(route('one', {}, at('http')), route('two', {}, at('https')))).toEqual([]);
});

test('twice in one object, and a parent that is named twice', () => {
  const twice = { rules: [{}, {}] };
  expect(say(route('one', {}, twice))).toEqual(['twice /spec/rules/1']);
  expect(say(route('one', {}, { parentRefs: [{ name: 'public' }, { name: 'public' }] }))).toEqual([]);
});

test('an Ingress and a route for the same', () => {
  expect(say(ingress('one'), route('two', {}, { hostnames: ['a.example'] }))).toEqual(['two-apis /spec/rules/0']);
});
