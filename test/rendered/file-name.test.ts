import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectKey } from '#src/kernel/index.ts';
import type { ObjectRef } from '#src/kernel/index.ts';
import { fileName, isBuiltInGroup, unitFilePath, unitOfPath, valuesFilePath } from '#src/rendered/index.ts';

function ref(apiGroup: string, kind: string, name: string, namespace?: string): ObjectRef {
  return { group: apiGroup, version: 'v1', kind, name, ...(namespace === undefined ? {} : { namespace }) };
}

test.each<[string, ObjectRef]>([
  ['deployment.web.yaml', ref('apps', 'Deployment', 'web', 'shop')],
  ['service.web.yaml', ref('', 'Service', 'web', 'shop')],
  ['namespace.shop.yaml', ref('', 'Namespace', 'shop')],
  ['event.e.yaml', ref('', 'Event', 'e', 'shop')],
  ['event.events.k8s.io.e.yaml', ref('events.k8s.io', 'Event', 'e', 'shop')],
  ['rolebinding.kube-system_dns.yaml', ref('rbac.authorization.k8s.io', 'RoleBinding', 'dns', 'kube-system')],
  ['certificate.cert-manager.io.web.yaml', ref('cert-manager.io', 'Certificate', 'web', 'shop')],
  ['certificate.cert-manager.io.istio_web.yaml', ref('cert-manager.io', 'Certificate', 'web', 'istio')],
  ['clusterissuer.cert-manager.io.le.yaml', ref('cert-manager.io', 'ClusterIssuer', 'le')],
  ['gatewayclass.gateway.networking.k8s.io.envoy.yaml', ref('gateway.networking.k8s.io', 'GatewayClass', 'envoy')],
  [
    'application.argoproj.io.prod-us-1.payments.checkout.yaml',
    ref('argoproj.io', 'Application', 'prod-us-1.payments.checkout', 'shop'),
  ],
  [
    'customresourcedefinition.certificates.cert-manager.io.yaml',
    ref('apiextensions.k8s.io', 'CustomResourceDefinition', 'certificates.cert-manager.io'),
  ],
  ['service.serving.knative.dev.web.yaml', ref('serving.knative.dev', 'Service', 'web', 'shop')],
])('%s', (expected, object) => {
  expect(fileName(object, 'shop')).toBe(expected);
});

test('what cannot be read back from the name alone carries a hash', () => {
  expect(fileName(ref('rbac.authorization.k8s.io', 'ClusterRole', 'system:node'))).toMatch(
    /^clusterrole\.system-node__[0-9a-f]{16}\.yaml$/,
  );
  // As the Knative Service `web` would be called.
  expect(fileName(ref('', 'Service', 'serving.knative.dev.web', 'shop'), 'shop')).toMatch(/__[0-9a-f]{16}\.yaml$/);
  const long = fileName(ref('', 'ConfigMap', 'x'.repeat(253), 'shop'), 'shop');
  expect(long).toMatch(/^configmap\.x+__[0-9a-f]{16}\.yaml$/);
  expect(Buffer.byteLength(long)).toBe(200);
});

test('a kind of Kubernetes itself needs no definition', () => {
  expect(['', 'apps', 'policy', 'networking.k8s.io'].every(isBuiltInGroup)).toBe(true);
  expect(isBuiltInGroup('gateway.networking.k8s.io')).toBe(false);
  expect(isBuiltInGroup('toString')).toBe(false);
});

/** Parts that are apt to run into each other: dots, each other's values, names and groups that continue one another. */
const label = fc.constantFrom('a', 'b', 'io', 'web', 'apps', 'x-y', 'k8s', 'shop', '0123456789abcdef');
const dotted = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const group = fc.oneof(dotted, fc.constantFrom('', 'apps', 'argoproj.io', 'events.k8s.io', 'Ü', 'a..io'));
const kind = fc.oneof(
  fc.constantFrom('Service', 'Deployment', 'Event', 'Role', 'ClusterRole', 'Widget', 'GatewayClass', 'IO', 'A_b'),
);
const name = fc.oneof(
  dotted,
  fc.constantFrom(
    'system:a',
    'system-a',
    'Web',
    'a_b',
    'shop_web',
    '',
    '.',
    '..',
    'x'.repeat(220),
    `${'x'.repeat(220)}y`,
    'é',
  ),
);
const objects = fc
  .record({ group, kind, name, namespace: fc.option(fc.oneof(label, fc.constantFrom('', 'a.b')), { nil: undefined }) })
  .map((parts) => ref(parts.group, parts.kind, parts.name, parts.namespace));

test('two objects never have one file name, on a case-insensitive file system neither', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(objects, { selector: objectKey, minLength: 2, maxLength: 60 }),
      fc.option(label, { nil: undefined }),
      (refs, own) => {
        // An empty namespace is no namespace: the same object.
        const distinct = new Map(refs.map((one) => [objectKey(one), one]));
        const names = [...distinct.values()].map((one) => fileName(one, own).toLowerCase());
        expect(new Set(names).size).toBe(distinct.size);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a name is a plain file name of at most 200 bytes, whatever the object is called', () => {
  const anything = fc.record({
    group: fc.string(),
    kind: fc.string({ unit: 'binary' }),
    name: fc.string({ unit: 'binary' }),
    namespace: fc.string(),
  });
  fc.assert(
    fc.property(anything, (parts) => {
      const file = fileName({ version: 'v1', ...parts }, 'shop');
      expect(file).toMatch(/^[a-z0-9._-]+\.yaml$/);
      expect(Buffer.byteLength(file)).toBeLessThanOrEqual(200);
    }),
  );
});

test('adding an object leaves the names of all others alone', () => {
  fc.assert(
    fc.property(fc.array(objects), objects, (refs, added) => {
      const before = refs.map((one) => fileName(one, 'shop'));
      const after = [added, ...refs].map((one) => fileName(one, 'shop'));
      expect(after.slice(1)).toEqual(before);
    }),
  );
});

test('a path says which unit it belongs to', () => {
  const unit = 'dev/dev-eu-1/payments/checkout';
  expect(unitOfPath(unitFilePath(unit, 'a.yaml'))).toBe(unit);
  expect(unitOfPath(valuesFilePath(unit))).toBe(unit);
  for (const path of ['dist/README.md', 'dist/dev/a.yaml', 'dist/a/b/c/d/e/f.yaml', 'dist/.values/a.yaml']) {
    expect(unitOfPath(path)).toBeUndefined();
  }
});
