import { expect, test } from 'vitest';
import { namespace, policy, sayOfPayments } from '../policies.ts';

const say = (...objects: readonly object[]) =>
  sayOfPayments('tenant-default-deny', [namespace('payments-dev'), namespace('monitoring'), ...objects]);

test('one policy, or several, close every pod both ways', () => {
  expect(say(policy('payments-dev', { policyTypes: ['Ingress', 'Egress'] }))).toEqual([]);
  expect(say(policy('payments-dev', {}, 'in'), policy('payments-dev', { policyTypes: ['Egress'] }, 'out'))).toEqual([]);
});

test('what is missing is told, way by way', () => {
  expect(say()).toEqual(['egress /metadata/name', 'ingress /metadata/name']);
  expect(say(policy('payments-dev', {}))).toEqual(['egress /metadata/name']);
  expect(say(policy('payments-dev', { policyTypes: ['Egress'] }))).toEqual(['ingress /metadata/name']);
});

test('a policy that allows something closes in passing, which is not enough', () => {
  const same = { ingress: [{ from: [{ podSelector: {} }] }], policyTypes: ['Ingress', 'Egress'] };
  expect(say(policy('payments-dev', same))).toEqual(['ingress /metadata/name']);
  expect(say(policy('payments-dev', same), policy('payments-dev', {}, 'deny'))).toEqual([]);
});

test('neither another namespace nor some of the pods will do', () => {
  const both = { policyTypes: ['Ingress', 'Egress'] };
  expect(say(policy('storefront-dev', both))).toHaveLength(2);
  expect(say(policy('payments-dev', { ...both, podSelector: { matchLabels: { app: 'web' } } }))).toHaveLength(2);
});
