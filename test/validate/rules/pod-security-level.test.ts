import { expect, test } from 'vitest';
import type { Target } from '#src/validate/index.ts';
import { findingsInFleet } from '../in-fleet.ts';

/** Drops nothing and may be root: baseline allows it, restricted does not. Privileged allows all. */
function refused(rule: string, podSecurity: Target['podSecurity'], declared: 'privileged' | 'baseline' | 'restricted') {
  const text = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: payments-dev }
spec:
  hostNetwork: true
  containers: [{ name: web, image: registry.example.com/web:1 }]
`;
  const findings = findingsInFleet({
    rule,
    cluster: 'dev-eu-1',
    units: { 'dev/dev-eu-1/payments/baseline': text },
    ...(podSecurity === undefined ? {} : { podSecurity }),
    change(platform) {
      platform.environments = platform.environments.map((one) => ({ ...one, defaults: { podSecurity: 'privileged' } }));
      platform.tenants = platform.tenants.map((one) =>
        one.name === 'payments' ? { ...one, podSecurity: declared } : one,
      );
    },
  });
  return findings.length > 0;
}

const byDefault = { level: 'restricted', byDefault: true } as const;

test('what a tenant declares goes before a level that nobody chose', () => {
  expect(refused('pss-run-as-non-root', byDefault, 'restricted')).toBe(true);
  expect(refused('pss-run-as-non-root', byDefault, 'baseline')).toBe(false);
  expect(refused('pss-host-namespaces', byDefault, 'baseline')).toBe(true);
  expect(refused('pss-host-namespaces', byDefault, 'privileged')).toBe(false);
});

test('a level that was chosen holds for all', () => {
  expect(refused('pss-run-as-non-root', { level: 'restricted' }, 'privileged')).toBe(true);
  expect(refused('pss-run-as-non-root', undefined, 'restricted')).toBe(false);
});
