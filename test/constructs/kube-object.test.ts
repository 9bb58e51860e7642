import { expect, test } from 'vitest';
import {
  Certificate,
  ClusterIssuer,
  ClusterRole,
  ConfigMap,
  GatewayClass,
  KubeObject,
  Namespace,
  PriorityClass,
} from '#src/constructs/index.ts';
import { UserError } from '#src/kernel/index.ts';
import { objectOf, objectsOf } from './objects.ts';

function nameless(): unknown {
  return objectOf(
    (scope) => new ConfigMap(scope, 'settings', { metadata: {} as unknown as { readonly name: string } }),
  );
}

test("cluster-scoped kinds get no namespace, others the unit's or their own", () => {
  const objects = objectsOf((scope) => {
    new Namespace(scope, 'a', { metadata: { name: 'shop' } });
    new PriorityClass(scope, 'b', { metadata: { name: 'low' }, value: 1, description: 'low' });
    new ClusterRole(scope, 'c', { metadata: { name: 'reader' }, rules: [] });
    new GatewayClass(scope, 'd', { metadata: { name: 'envoy' }, spec: { controllerName: 'example.com/gateway' } });
    new ClusterIssuer(scope, 'e', { metadata: { name: 'own' }, spec: { selfSigned: {} } });
    new KubeObject(
      scope,
      'f',
      { apiVersion: 'example.com/v1', kind: 'Planet', metadata: { name: 'earth' } },
      { clusterScoped: true },
    );
    new ConfigMap(scope, 'g', { metadata: { name: 'here' } });
    new ConfigMap(scope, 'h', { metadata: { name: 'there', namespace: 'stall' } });
  });
  expect(objects.map((object) => (object['metadata'] as { namespace?: string }).namespace)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    'shop',
    'stall',
  ]);
});

test('an object without a name is refused: none is made up from the path', () => {
  expect(nameless).toThrow(UserError);
  expect(nameless).toThrow('ConfigMap at construct unit/settings has no metadata.name');
});

test('a namespace on a cluster-scoped kind is refused', () => {
  expect(() =>
    objectOf((scope) => new ClusterRole(scope, 'x', { metadata: { name: 'reader', namespace: 'shop' }, rules: [] })),
  ).toThrow('ClusterRole "reader" at construct unit/x names namespace "shop", but ClusterRole is cluster-scoped');
});

test('custom kinds are written as they are given', () => {
  const spec = {
    secretName: 'shop-tls',
    issuerRef: { name: 'own', kind: 'ClusterIssuer' as const, group: 'cert-manager.io' as const },
    dnsNames: ['shop.example'],
  };
  expect(objectOf((scope) => new Certificate(scope, 'x', { metadata: { name: 'shop' }, spec }))).toEqual({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'shop', namespace: 'shop' },
    spec,
  });
});
