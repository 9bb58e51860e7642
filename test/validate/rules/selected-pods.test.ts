import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';

function findingsOf(rule: string, documents: readonly string[]) {
  const rules = selectRules({ names: [rule] });
  return judge([{ path: 'set.yaml', text: documents.join('---\n') }], { target: { minor: 36 }, rules }).findings;
}

function pod(namespace: string, labels: string): string {
  return `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: ${namespace}, labels: { ${labels} } }
spec: { containers: [{ name: web, image: example.com/web:1 }] }
`;
}

const namespace = (name: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}, labels: { team: ${name} } }\n`;

const policy = (peer: string): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {}, ingress: [{ from: [${peer}] }] }
`;

const service = (selector: string): string => `apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { ${selector} }, ports: [{ port: 80 }] }
`;

test('peers of a namespace that plain files bring no pods of may lie elsewhere', () => {
  const files = [namespace('shop'), namespace('bank'), pod('shop', 'app: web')];
  const peer = '{ namespaceSelector: { matchLabels: { team: bank } }, podSelector: { matchLabels: { app: gone } } }';
  expect(findingsOf('network-policy-peer', [...files, policy(peer)])).toEqual([]);
  expect(findingsOf('network-policy-peer', [...files, pod('bank', 'app: db'), policy(peer)])).toMatchObject([
    { messageId: 'podSelector', seen: 'of pods with app=gone in namespaces with team=bank' },
  ]);
  // Of its own namespace the files have pods.
  expect(
    findingsOf('network-policy-peer', [...files, policy('{ podSelector: { matchLabels: { app: gone } } }')]),
  ).toHaveLength(1);
});

test('a Service that selects nothing is shown the pods that have one of its labels', () => {
  const [found] = findingsOf('service-selects-pods', [service('app: web, tier: api'), pod('shop', 'app: web')]);
  expect(found).toMatchObject({
    seen: 'app=web, tier=api',
    allowed: 'app=web',
    related: [{ object: { name: 'web' } }],
  });
  expect(found?.message).toContain('; pods of Pod shop/web have app=web');
});

test('without such pods there is nothing to show', () => {
  const [found] = findingsOf('service-selects-pods', [service('app: gone'), pod('shop', 'app: web')]);
  expect(found).toMatchObject({ messageId: 'none', seen: 'app=gone' });
  expect(found).not.toHaveProperty('allowed');
  expect(found).not.toHaveProperty('related');
});

test('pods of another namespace are not the ones that were meant', () => {
  const [found] = findingsOf('service-selects-pods', [
    service('app: web, tier: api'),
    pod('bank', 'app: web'),
    pod('shop', 'app: db'),
  ]);
  expect(found).not.toHaveProperty('related');
});
