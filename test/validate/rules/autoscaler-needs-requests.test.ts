import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';

const deployment = (requests: string, sidecar = ''): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - { name: web, image: "example.com/web:1", resources: { requests: ${requests} } }
${sidecar}---
`;

const horizontal = (spec: string, version = 'v2'): string => `apiVersion: autoscaling/${version}
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  maxReplicas: 5
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
${spec}`;

const keda = (trigger: string): string => `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { name: web }
  triggers: [${trigger}]
`;

function say(text: string): readonly string[] {
  const rules = selectRules({ names: ['autoscaler-needs-requests'] });
  const { findings } = judge([{ path: 'shop.yaml', text }], { target: { minor: 36 }, rules });
  return findings.map(({ pointer, related }) => `${pointer ?? ''} <- ${related?.[0]?.pointer ?? ''}`);
}

const first = '/spec/template/spec/containers/0/resources/requests';
const second = '/spec/template/spec/containers/1/resources/requests';
const sidecar = '        - { name: proxy, image: "example.com/proxy:1" }\n';

const byMemory = (target: string): string =>
  horizontal(`  metrics: [{ type: Resource, resource: { name: memory, target: ${target} } }]\n`);

test('a share needs the request, an amount does not', () => {
  expect(say(deployment('{ cpu: 1 }') + byMemory('{ type: Utilization, averageUtilization: 70 }'))).toEqual([
    `/spec/metrics/0/resource <- ${first}/memory`,
  ]);
  expect(say(deployment('{ cpu: 1 }') + byMemory('{ type: AverageValue, averageValue: 1Gi }'))).toEqual([]);
});

test('without a metric, and in version v1, it is the CPU', () => {
  expect(say(deployment('{ cpu: 1 }') + horizontal(''))).toEqual([]);
  expect(say(deployment('{ memory: 1Gi }') + horizontal(''))).toEqual([`/spec/metrics <- ${first}/cpu`]);
  expect(say(deployment('{ memory: 1Gi }') + horizontal('  targetCPUUtilizationPercentage: 60\n', 'v1'))).toEqual([
    `/spec/targetCPUUtilizationPercentage <- ${first}/cpu`,
  ]);
});

test('one container without the request is enough, unless the metric is about another', () => {
  expect(say(deployment('{ cpu: 1 }', sidecar) + horizontal(''))).toEqual([`/spec/metrics <- ${second}/cpu`]);
  const target = '{ type: Utilization, averageUtilization: 70 }';
  const metric = `  metrics: [{ type: ContainerResource, containerResource: { container: web, name: cpu, target: ${target} } }]\n`;
  expect(say(deployment('{ cpu: 1 }', sidecar) + horizontal(metric))).toEqual([]);
});

const range = (namespace: string): string =>
  `---\napiVersion: v1\nkind: LimitRange\nmetadata: { name: limits, namespace: ${namespace} }\nspec: { limits: [{ type: Container, defaultRequest: { cpu: 50m } }] }\n`;

test('a LimitRange of the namespace gives the request', () => {
  expect(say(deployment('{ memory: 1Gi }') + horizontal('') + range('shop'))).toEqual([]);
  expect(say(deployment('{ memory: 1Gi }') + horizontal('') + range('other'))).toHaveLength(1);
});

test('triggers of KEDA by CPU or memory ask the same', () => {
  const trigger = '{ type: cpu, metricType: Utilization, metadata: { value: "60" } }';
  expect(say(deployment('{ cpu: 1 }') + keda(trigger))).toEqual([]);
  expect(say(deployment('{ memory: 1Gi }') + keda(trigger))).toEqual([`/spec/triggers/0 <- ${first}/cpu`]);
  expect(say(deployment('{ memory: 1Gi }') + keda('{ type: kafka, metadata: { topic: orders } }'))).toEqual([]);
});
