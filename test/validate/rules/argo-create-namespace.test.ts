import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

const application =
  'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: one\n  namespace: argocd\nspec:\n  syncPolicy:\n    syncOptions: [ServerSideApply=true, CreateNamespace=true]\n';

function say(unit: string): readonly string[] {
  const units = { [unit]: application };
  return told(findingsInFleet({ rule: 'argo-create-namespace', cluster: 'hub-eu-1', units }));
}

test("a tenant's Application does not create its namespace, the platform's may", () => {
  expect(say('dev/hub-eu-1/payments/delivery')).toEqual(['created /spec/syncPolicy/syncOptions/1']);
  expect(say('dev/hub-eu-1/platform/delivery')).toEqual([]);
});
