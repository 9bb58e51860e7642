import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

import type { ComponentDeclaration } from '#src/model/index.ts';

function findings(lifecycle: ComponentDeclaration['lifecycle']) {
  return findingsInFleet({
    rule: 'component-life-cycle',
    cluster: 'hub-eu-1',
    units: {
      'dev/hub-eu-1/platform/delivery':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: dev-eu-1.platform.cert-manager\n  namespace: argocd\n',
    },
    today: '2026-11-21',
    change: (platform) => {
      platform.components = platform.components.map((one) =>
        one.name === 'cert-manager' ? { ...one, lifecycle } : one,
      );
    },
  });
}

test('a retired component is on no cluster', () => {
  expect(findings({ stage: 'deprecated', retireAfter: '2026-11-21' })).toEqual([]);
  expect(told(findings({ stage: 'deprecated', retireAfter: '2026-11-20' }))).toEqual(['overdue /metadata/name']);
  const [found] = findings({ stage: 'retired', replacedBy: 'ingress' });
  expect(found?.message).toBe('component cert-manager is retired, and is on cluster dev-eu-1; ingress replaces it');
});
