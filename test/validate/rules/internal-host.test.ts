import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

function say(
  hostnames: readonly string[],
  internal: string | undefined = 'in.dev.meridian.example',
): readonly string[] {
  const text = JSON.stringify({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'one', namespace: 'monitoring' },
    spec: { hostnames },
  });
  return told(
    findingsInFleet({
      rule: 'internal-host',
      cluster: 'dev-eu-1',
      units: { 'dev/dev-eu-1/platform/ingress': text },
      change: (platform) => {
        platform.environments = platform.environments.map((environment) =>
          environment.name === 'dev' && internal !== ''
            ? { ...environment, domains: { ...environment.domains, internal } }
            : environment,
        );
      },
    }),
  );
}

test('a route is for the inside or for the world', () => {
  expect(say(['a.in.dev.meridian.example', 'b.in.dev.meridian.example'])).toEqual([]);
  expect(say(['a.dev.meridian.example', 'b.dev.meridian.example'])).toEqual([]);
  expect(say(['a.in.dev.meridian.example', 'a.dev.meridian.example'])).toEqual(['both /spec/hostnames/1']);
});

test('one domain may lie in the other either way', () => {
  expect(say(['a.meridian.example'], 'meridian.example')).toEqual([]);
  expect(say(['a.dev.meridian.example'], 'meridian.example')).toEqual([]);
  expect(say(['a.meridian.example', 'a.dev.meridian.example'], 'meridian.example')).toEqual(['both /spec/hostnames/1']);
});

test('no inner domain, no inside', () => {
  expect(say(['a.in.dev.meridian.example', 'a.dev.meridian.example'], '')).toEqual([]);
});
