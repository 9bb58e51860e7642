import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

const claim = (labels: string): string =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: files\n  namespace: payments-dev\n  labels: ${labels}\n`;

function say(unit: string, text: string): readonly string[] {
  return told(findingsInFleet({ rule: 'cost-labels', cluster: 'dev-eu-1', units: { [unit]: text } }));
}

test('what a tenant pays for names the tenant', () => {
  const unit = 'dev/dev-eu-1/payments/baseline';
  expect(say(unit, claim('{ team: payments }'))).toEqual([]);
  expect(say(unit, claim('{ team: storefront }'))).toEqual(['no-tenant /metadata/labels']);
  expect(say(unit, claim('{}'))).toEqual(['no-tenant /metadata/labels']);
});

const job = (labels: string): string =>
  `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\n  namespace: payments-dev\n  labels: { team: payments }\nspec:\n  template:\n    metadata: { labels: ${labels} }\n    spec: { restartPolicy: Never, containers: [{ name: once, image: example.com/once:1 }] }\n`;

test('pods are measured, so their template names the tenant, too', () => {
  const unit = 'dev/dev-eu-1/payments/baseline';
  expect(say(unit, job('{ team: payments }'))).toEqual([]);
  expect(say(unit, job('{}'))).toEqual(['no-tenant /spec/template/metadata/labels']);
});

const service = (type: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: payments-dev\nspec:\n  type: ${type}\n  ports: [{ port: 80 }]\n`;

test('a Service is free, a load balancer is not', () => {
  const unit = 'dev/dev-eu-1/payments/baseline';
  expect(say(unit, service('ClusterIP'))).toEqual([]);
  expect(say(unit, service('LoadBalancer'))).toEqual(['no-tenant /metadata/labels']);
});
