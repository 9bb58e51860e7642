import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

function say(labels: string): readonly string[] {
  return told(
    findingsInFleet({
      rule: 'data-classification',
      cluster: 'dev-eu-1',
      units: {
        // Confidential.
        'dev/dev-eu-1/payments/baseline': `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: payments-dev\n  labels: ${labels}\n`,
        // Internal.
        'dev/dev-eu-1/storefront/baseline': `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: storefront-dev\n  labels: { pod-security.kubernetes.io/enforce: baseline }\n`,
      },
    }),
  );
}

test('confidential data asks for the restricted level, internal data for the baseline', () => {
  expect(say('{ pod-security.kubernetes.io/enforce: restricted }')).toEqual([]);
  expect(say('{ pod-security.kubernetes.io/enforce: baseline }')).toEqual([
    'too-weak /metadata/labels/pod-security.kubernetes.io~1enforce',
  ]);
  expect(say('{ tier: web }')).toEqual(['too-weak /metadata']);
});
