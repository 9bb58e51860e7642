import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyReferencePlatform, keelson, temporaryFolder } from '../support/keelson.ts';

const folder = temporaryFolder();
const repository = copyReferencePlatform(folder.path);
const file = join(repository, 'tenants/payments.ts');
const declared = readFileSync(file, 'utf8');

afterAll(() => folder.remove());

test.each(['meridian.example/component', 'meridian.example/tenant', 'pod-security.kubernetes.io/enforce'])(
  'a tenant does not give its namespaces the label %s',
  (label) => {
    writeFileSync(
      file,
      declared.replace("parent: 'commerce',", `parent: 'commerce',\n  labels: { '${label}': 'gateway' },`),
    );
    const outcome = keelson(repository, 'synth');
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toContain(label);
  },
);

test('any other label of a tenant reaches its namespaces', () => {
  writeFileSync(
    file,
    declared.replace("parent: 'commerce',", "parent: 'commerce',\n  labels: { 'example.com/team': 'blue' },"),
  );
  expect(keelson(repository, 'synth')).toMatchObject({ status: 0 });
  const namespace = join(repository, 'dist/dev/dev-eu-1/payments/baseline/namespace.payments-dev.yaml');
  expect(readFileSync(namespace, 'utf8')).toContain('example.com/team: blue');
});
