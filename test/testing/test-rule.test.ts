import { describe, expect, test } from 'vitest';
import { containersOf, defineRule, testRule } from '#src/index.ts';
import type { RuleCases } from '#src/index.ts';
import { builtInRules } from '#src/validate/index.ts';

function deployment(image: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: ${image}
`;
}

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports: [{ port: 80 }]
`;

const ownRegistry = defineRule({
  id: 'own-registry',
  title: 'Images come from our registry.',
  fix: 'Push the image there.',
  severity: 'error',
  kinds: 'pod-template',
  options: { registry: 'registry.example.com' },
  check({ pod }, report, _leaveOut, { registry }) {
    if (pod === undefined || typeof registry !== 'string') return;
    for (const { container, pointer } of containersOf(pod)) {
      if (container.image?.startsWith(`${registry}/`) === true) continue;
      const message = `${container.image ?? 'no image'} is from elsewhere`;
      report({ messageId: 'elsewhere', message, pointer: `${pointer}/image` });
    }
  },
});

const oneDeployment = defineRule({
  id: 'one-deployment',
  set: 'strict',
  title: 'There is one Deployment.',
  fix: 'Remove the others.',
  severity: 'warning',
  kinds: ['apps/Deployment'],
  checkSet(world, report) {
    for (const object of world.ofKind('apps/Deployment').slice(1))
      report(object, { messageId: 'another', message: 'another one', pointer: '' });
  },
});

const good = deployment('registry.example.com/web:1');
const bad = deployment('docker.io/web:1');
const elsewhere = { messageId: 'elsewhere', pointer: '/spec/template/spec/containers/0/image' };

test('passes when every case goes as it says', async () => {
  const first = testRule(ownRegistry, {
    valid: [good, { manifests: bad, options: { registry: 'docker.io' }, kubernetes: '1.30', tier: 'prod' }],
    invalid: [
      { manifests: bad, findings: [elsewhere] },
      {
        manifests: `${good}---\n${bad.replace('name: web', 'name: other')}`,
        findings: [{ ...elsewhere, object: 'other', severity: 'error', message: 'docker.io/web:1 is from elsewhere' }],
      },
    ],
  });
  const second = testRule(oneDeployment, {
    valid: [good],
    invalid: [
      {
        manifests: `${good}---\n${bad.replace('name: web', 'name: other')}`,
        findings: [{ messageId: 'another', pointer: '', object: 'web' }],
      },
    ],
  });
  await expect(Promise.all([first, second])).resolves.toHaveLength(2);
});

test('takes rules of the package, too', async () => {
  const listed = builtInRules.find(({ id }) => id === 'suppression-annotation');
  if (listed === undefined) throw new Error('there is no such rule');
  const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\n';
  const ignored = map.replace('name: web', "name: web, annotations: { kube-linter.io/ignore-all: '' }");
  const annotation = { messageId: 'annotation', pointer: '/metadata/annotations/kube-linter.io~1ignore-all' };
  await expect(
    testRule(listed, { valid: [map], invalid: [{ manifests: ignored, findings: [annotation] }] }),
  ).resolves.toBeUndefined();
});

const valid = [good];
const invalid = [{ manifests: bad, findings: [elsewhere] }];

describe('says what is wrong', () => {
  test.each<readonly [string, RuleCases, string]>([
    ['a finding in a valid case', { valid: [bad], invalid }, 'valid case 1: findings in what should pass'],
    [
      'a valid case that the API server refuses',
      { valid: [good, good.replace('containers:', 'container:')], invalid },
      'valid case 2: an API server would refuse it',
    ],
    ['no finding in an invalid case', { valid, invalid: [{ manifests: good, findings: [elsewhere] }] }, 'not found:'],
    [
      'another finding',
      { valid, invalid: [{ manifests: bad, findings: [{ ...elsewhere, pointer: '/spec' }] }] },
      'found, and not expected:\n  - own-registry/elsewhere at "/spec/template/spec/containers/0/image" of Deployment web',
    ],
    [
      'a case without an object of its kinds',
      { valid: [service], invalid },
      'no object is of its kinds (pod-template)',
    ],
    ['a file that nobody can read', { valid: ['a: [b'], invalid }, 'valid case 1: cannot be judged'],
    ['no cases', { valid: [], invalid: [] }, 'give at least one valid and one invalid case'],
    [
      'a version that nobody knows',
      { valid: [{ manifests: good, kubernetes: '1.5' }], invalid },
      '`kubernetes` is "1.5", not a version from 1.25 to 1.37',
    ],
  ])('%s', async (_, cases, message) => {
    await expect(testRule(ownRegistry, cases)).rejects.toThrow(message);
  });

  test('a rule that throws', async () => {
    const broken = {
      ...ownRegistry.value,
      check: () => {
        throw new Error('oh no');
      },
    };
    await expect(testRule(broken, { valid, invalid })).rejects.toThrow('oh no');
  });

  test('what is no rule', async () => {
    await expect(testRule({ ...ownRegistry.value, id: 'Own Registry' }, { valid, invalid })).rejects.toThrow(
      'testRule: this is no rule',
    );
  });
});
