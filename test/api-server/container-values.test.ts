import { describe, expect, test } from 'vitest';
import type { Check } from '#src/api-server/check.ts';
import { validateContainers } from '#src/api-server/core/containers.ts';
import { child } from '#src/api-server/field-path.ts';
import type { Container } from '#src/schema/types/core-v1.ts';

/** Values that the mutations of the agreement suite do not make; what is expected is what an API server of that version said. */
function fieldsRefused(container: Container, minor = 36): readonly string[] {
  const check: Check = { minor, errors: [] };
  const spec = { containers: [{ name: 'a', image: 'a', ...container }] };
  validateContainers(check, spec, child(undefined, 'spec'), { isPod: true, volumes: new Map() });
  return check.errors.map(({ field }) => field.replace('spec.containers[0].', ''));
}

describe('divisors of the downward API', () => {
  const accepted = ['1', '1.0', '1000m', '10e-1', '1Ki', '1024Ki', '1000k', '1.0Mi', '0.001k', '0', '.1e1'];
  const refused = ['+1', '01', '1.', '1e0', '1e3', '1024', '+1Mi', '01Mi', '1.k', '0.5Ki', '1m', '-1'];

  test.each([...accepted.map((one) => [one, true] as const), ...refused.map((one) => [one, false] as const)])(
    '%s: %s',
    (divisor, isDivisor) => {
      const env = [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor } } }];
      expect(fieldsRefused({ env })).toEqual(isDivisor ? [] : ['env[0].valueFrom.resourceFieldRef.divisor']);
    },
  );
});

describe('Windows user names', () => {
  const accepted = ['user', 'DOMAIN\\user', 'NT AUTHORITY\\SYSTEM', 'corp.example.com\\user', 'a b', 'ä'];
  const refused = ['', '\\user', 'DOMAIN\\', 'a\\b\\c', '. .', 'a@b', 'a/b', '.corp\\user', 'a\u0001', 'a'.repeat(105)];

  test.each([...accepted.map((one) => [one, true] as const), ...refused.map((one) => [one, false] as const)])(
    '%j: %s',
    (runAsUserName, isName) => {
      const field = 'securityContext.windowsOptions.runAsUserName';
      expect(fieldsRefused({ securityContext: { windowsOptions: { runAsUserName } } })).toEqual(isName ? [] : [field]);
    },
  );
});

function pages(amount: string | number): readonly string[] {
  return fieldsRefused({ resources: { limits: { 'hugepages-2Mi': amount, memory: '1Gi' } } });
}

test('pages are counted in 64 bits: more than fits there is nothing', () => {
  expect(pages('4Mi')).toEqual([]);
  expect(pages('3Mi')).toEqual(['resources.limits[hugepages-2Mi]', 'resources.requests[hugepages-2Mi]']);
  expect(pages(1e21)).toEqual([]);
});

test('a server drops what it does not read yet', () => {
  const restart = { restartPolicy: 'x', restartPolicyRules: [{ action: 'x' }] };
  expect(fieldsRefused(restart, 33)).toEqual(['restartPolicy']);
  expect(fieldsRefused(restart, 34)).toEqual([]);
  expect(fieldsRefused(restart, 35)).toEqual([
    'restartPolicy',
    'restartPolicyRules[0].action',
    'restartPolicyRules[0].exitCodes',
  ]);
  const unmasked = { securityContext: { procMount: 'Unmasked' } };
  expect(fieldsRefused(unmasked, 32)).toEqual([]);
  expect(fieldsRefused(unmasked, 33)).toEqual(['securityContext.procMount']);
  const slept = { lifecycle: { preStop: { sleep: { seconds: 0 } } } };
  expect(fieldsRefused(slept, 29)).toEqual([]);
  expect(fieldsRefused(slept, 32)).toEqual(['lifecycle.preStop.sleep']);
  expect(fieldsRefused(slept, 33)).toEqual([]);
});

test('ephemeral containers have no ports, probes, hooks or resources', () => {
  const check: Check = { minor: 36, errors: [] };
  const spec = {
    containers: [{ name: 'a', image: 'a' }],
    ephemeralContainers: [
      {
        name: 'a',
        image: ' b',
        targetContainerName: 'c',
        ports: [{ containerPort: 80 }],
        lifecycle: {},
        resources: { limits: { cpu: 1 } },
        volumeMounts: [{ name: 'v', mountPath: '/v', subPath: 's' }],
      },
    ],
  };
  const volumes = new Map([['v', { name: 'v' }]]);
  validateContainers(check, spec, child(undefined, 'spec'), { isPod: true, volumes });
  expect(check.errors.map(({ field, type }) => `${field.replace('spec.ephemeralContainers[0].', '')} ${type}`)).toEqual(
    [
      'image invalid',
      'name duplicate',
      'targetContainerName not-found',
      'ports forbidden',
      'resources forbidden',
      'lifecycle forbidden',
      'volumeMounts[0].subPath forbidden',
    ],
  );
});
