import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';

const workload = (name: string, replicas: string, kind = 'Deployment'): string => `apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec:
  ${replicas}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "example.com/web:1" }] }
---
`;

const budget = (limit: string, namespace = 'shop'): string => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: ${namespace} }
spec: { ${limit}, selector: { matchLabels: { app: web } } }
`;

function say(text: string, rule = 'budget-below-replicas'): readonly string[] {
  const rules = selectRules({ names: [rule] });
  const { findings } = judge([{ path: 'shop.yaml', text }], { target: { minor: 36 }, rules });
  return findings.map(({ messageId, allowed }) => `${messageId} ${allowed ?? ''}`);
}

test.each([
  ['minAvailable: 1', 'replicas: 2', []],
  ['minAvailable: 2', 'replicas: 2', ['replicas less than 2']],
  ['minAvailable: 1', 'replicas: 1', ['replicas less than 1']],
  // 60 % of 2 pods is 1.2: the server asks for 2.
  ['minAvailable: 60%', 'replicas: 2', ['replicas less than 2']],
  ['minAvailable: 50%', 'replicas: 2', []],
  ['maxUnavailable: 1', 'replicas: 1', []],
  ['minAvailable: 1', 'replicas: 0', []],
  // The autoscaler may be in other files.
  ['minAvailable: 3', 'paused: false', []],
])('%s of %s', (limit, replicas, expected) => {
  expect(say(workload('web', replicas) + budget(limit))).toEqual(expected);
});

test('pods of all workloads that the budget selects count together', () => {
  const both = workload('web', 'replicas: 2') + workload('canary', 'replicas: 1');
  expect(say(both + budget('minAvailable: 2'))).toEqual([]);
  expect(say(both + budget('minAvailable: 3'))).toEqual(['replicas less than 3']);
});

test('a budget of another namespace is about other pods', () => {
  expect(say(workload('web', 'replicas: 2') + budget('minAvailable: 2', 'other'))).toEqual([]);
});

test('two budgets for the same pods stop evictions; the same budget twice does not', () => {
  const pods = workload('db', 'replicas: 3', 'StatefulSet');
  const second = budget('maxUnavailable: 1').replace('name: web,', 'name: more,');
  expect(say(`${pods}${budget('maxUnavailable: 1')}---\n${second}`, 'one-budget')).toHaveLength(1);
  expect(say(`${pods}${budget('maxUnavailable: 1')}---\n${budget('maxUnavailable: 1')}`, 'one-budget')).toEqual([]);
});
