import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

function say(annotations: string): readonly string[] {
  const text = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: payments-dev\n${annotations}`;
  const units = { 'dev/dev-eu-1/payments/baseline': text };
  return told(findingsInFleet({ rule: 'argo-protected-kinds', cluster: 'dev-eu-1', units }));
}

test('neither pruned nor deleted before somebody confirms', () => {
  const option = 'argocd.argoproj.io/sync-options';
  expect(say(`  annotations: { ${option}: "Delete=confirm, Prune=false" }\n`)).toEqual([]);
  expect(say(`  annotations: { ${option}: "Prune=confirm" }\n`)).toEqual([
    'unprotected /metadata/annotations/argocd.argoproj.io~1sync-options',
  ]);
  expect(say('')).toEqual(['unprotected /metadata']);
});
