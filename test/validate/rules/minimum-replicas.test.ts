import { expect, test } from 'vitest';
import type { JsonObject } from '#src/kernel/index.ts';
import { judge, selectRules } from '#src/validate/index.ts';
import type { Target } from '#src/validate/index.ts';

const service = `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
`;
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 1
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web, image: "example.com/web:1" }] }
`;

function say(text: string, names: readonly string[], target: Partial<Target> = {}, options: JsonObject = {}): number {
  const rules = selectRules({ names, tier: target.tier });
  const ruleOptions = { 'minimum-replicas': options };
  const { findings } = judge([{ path: 'shop.yaml', text }], { target: { minor: 36, ...target }, rules, ruleOptions });
  return findings.filter(({ rule }) => rule === 'minimum-replicas').length;
}

test('it is asked where people are served, and of plain files by strict or by name', () => {
  const text = service + deployment;
  expect(say(text, ['recommended'], { tier: 'prod' })).toBe(1);
  expect(say(text, ['recommended'], { tier: 'pre-prod' })).toBe(1);
  expect(say(text, ['recommended'], { tier: 'dev' })).toBe(0);
  expect(say(text, ['recommended'])).toBe(0);
  expect(say(text, ['strict'])).toBe(1);
  expect(say(text, ['minimum-replicas'])).toBe(1);
});

test('only pods that a Service selects are asked about', () => {
  const names = ['minimum-replicas'];
  expect(say(deployment, names)).toBe(0);
  expect(say(service.replace('app: web', 'app: other') + deployment, names)).toBe(0);
  expect(say(service.replace('namespace: shop', 'namespace: other') + deployment, names)).toBe(0);
  expect(say(service.replace('{ app: web }', '{}') + deployment, names)).toBe(0);
});

test('an organisation may ask for more', () => {
  const text = service + deployment.replace('replicas: 1', 'replicas: 2');
  expect(say(text, ['minimum-replicas'])).toBe(0);
  expect(say(text, ['minimum-replicas'], {}, { minimum: 3 })).toBe(1);
  // A setting of the wrong type is none.
  expect(say(text, ['minimum-replicas'], {}, { minimum: 'many' })).toBe(0);
});
