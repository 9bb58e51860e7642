import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyReferencePlatform, git, gitOk, keelson, keelsonOk, temporaryFolder } from '../support/keelson.ts';

let folder: ReturnType<typeof temporaryFolder>;
let repository: string;

beforeEach(() => {
  folder = temporaryFolder();
  repository = copyReferencePlatform(folder.path);
});

afterEach(() => folder.remove());

/** Makes a branch off `main` with one change, rendered and committed. */
function branch(name: string, change: () => void): void {
  gitOk(repository, 'checkout', '--quiet', '-b', name, 'main');
  change();
  keelsonOk(repository, 'synth');
  gitOk(repository, 'add', '--all');
  gitOk(repository, 'commit', '--quiet', '--message', name);
}

function tenant(name: string): void {
  const text = readFileSync(join(repository, 'tenants/payments.ts'), 'utf8');
  const start = text.indexOf('export');
  expect(start).toBeGreaterThan(0);
  writeFileSync(
    join(repository, `tenants/${name}.ts`),
    `import { defineTenant } from 'keelson';

export default defineTenant({
  name: '${name}',
  parent: 'commerce',
  owner: { team: '${name}' },
  contacts: { email: '${name}@meridian.example' },
  costCentre: 'CC-9000',
  environments: ['dev', 'prod'],
  access: {
    admin: { groups: ['${name}-admins'] },
    prod: { admin: { groups: ['${name}-prod-admins'] } },
  },
});
`,
  );
}

/** Merges the branches into main one after the other and expects no conflict and a true `dist/`. */
function mergeAll(...branches: readonly string[]): void {
  gitOk(repository, 'checkout', '--quiet', 'main');
  for (const name of branches) {
    const merge = git(repository, 'merge', '--quiet', '--no-edit', name);
    expect(merge, `merging ${name}`).toMatchObject({ status: 0 });
  }
  const verify = keelson(repository, 'verify');
  expect(verify, verify.stdout + verify.stderr).toMatchObject({ status: 0 });
  expect(keelson(repository, 'synth', '--check')).toMatchObject({ status: 0 });
}

test.each([
  ['neighbours by name', 'refunds', 'returns'],
  ['far apart', 'accounts', 'zoning'],
])('two branches that each add a tenant merge without a conflict: %s', (_title, first, second) => {
  branch(`add-${first}`, () => tenant(first));
  branch(`add-${second}`, () => tenant(second));
  mergeAll(`add-${first}`, `add-${second}`);
  const listed = keelsonOk(repository, 'list', 'tenants');
  expect(listed).toContain(first);
  expect(listed).toContain(second);
});

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;

test.each([
  ['of one tenant', 'payments/checkout', 'payments/ledger'],
  ['of two tenants', 'payments/checkout', 'storefront/web'],
])('two branches that each set an image merge without a conflict: %s', (_title, first, second) => {
  const reference = (app: string, digit: string): string =>
    `ghcr.io/meridian/${app.replace('/', '-')}@${digest(digit)}`;
  branch('first', () => keelsonOk(repository, 'image', 'set', first, reference(first, 'a'), '--env', 'dev'));
  branch('second', () => keelsonOk(repository, 'image', 'set', second, reference(second, 'b'), '--env', 'dev'));
  mergeAll('first', 'second');
  const rendered = gitOk(repository, 'grep', '-h', 'image:', '--', 'dist/dev');
  expect(rendered).toContain(digest('a'));
  expect(rendered).toContain(digest('b'));
});

test('changing one tenant rewrites only its own units and its delivery unit', () => {
  const file = join(repository, 'tenants/payments.ts');
  const before = readFileSync(file, 'utf8');
  const after = before.replace(/costCentre: '[^']*'/, "costCentre: 'CC-7777'");
  expect(after).not.toBe(before);
  writeFileSync(file, after);
  keelsonOk(repository, 'synth');
  const changed = gitOk(repository, 'status', '--porcelain', '--', 'dist').trim().split('\n');
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.filter((line) => !/ dist\/(\.values\/)?[a-z]+\/[a-z0-9-]+\/payments\//.test(line))).toEqual([]);
});
