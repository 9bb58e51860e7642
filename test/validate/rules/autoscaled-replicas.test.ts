import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';

const autoscaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
`;

function say(metadata: string, apiVersion = 'apps/v1'): readonly string[] {
  const workload = `apiVersion: ${apiVersion}
kind: Deployment
metadata: { name: web, namespace: shop${metadata} }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: example.com/web:1 }] } }
---
`;
  const rules = selectRules({ names: ['autoscaled-replicas'] });
  const { findings } = judge([{ path: 'shop.yaml', text: workload + autoscaler }], { target: { minor: 36 }, rules });
  return findings.map(({ pointer, seen }) => `${pointer} ${seen}`);
}

test('what is in the repository is reported', () => {
  expect(say('')).toEqual(['/spec/replicas 3']);
});

test('in what was read back from a cluster, the autoscaler has set the number itself', () => {
  expect(say(', uid: 6f1d2c3e-0000-4000-8000-000000000000')).toEqual([]);
});

test('of a version that is not served any more, nothing is known', () => {
  expect(say('', 'apps/v1beta1')).toEqual([]);
});
