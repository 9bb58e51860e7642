import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '../report/schema.ts';
import { temporaryFolder } from '../support/keelson.ts';
import { cli } from './terminal.ts';
import type { Run } from './terminal.ts';

const folder = temporaryFolder();
const repository = join(folder.path, 'platform');

function write(file: string, text: string): void {
  mkdirSync(dirname(join(repository, file)), { recursive: true });
  writeFileSync(join(repository, file), text);
}

function run(...args: readonly string[]): Promise<Run> {
  return cli(args, { cwd: repository });
}

interface Listed {
  readonly id: string;
  readonly set: string;
  readonly severity: string;
  readonly docs: string;
  readonly declared?: { readonly file: string };
}

async function listed(cwd: string, ...args: readonly string[]): Promise<readonly Listed[]> {
  const { out } = await cli(['rules', '--json', ...args], { cwd });
  return (readDocument(out) as { readonly rules?: readonly Listed[] }).rules ?? [];
}

const widgets = `import { defineAdmissionRule, definePolicy, defineRule } from 'keelson';

export const labelled = defineRule({
  id: 'team-label',
  title: 'A Namespace names its team.',
  fix: 'Add the label team.',
  severity: 'error',
  aliases: ['other-tool/team'],
  kinds: ['/Namespace'],
  check({ decoded }, report) {
    void decoded;
    report({ messageId: 'missing', message: 'there is no team', pointer: '/metadata/labels' });
  },
});

export const replicas = defineAdmissionRule({
  id: 'few-replicas',
  title: 'A Deployment has at most 10 replicas.',
  fix: 'Use an autoscaler.',
  severity: 'warning',
  match: { resourceRules: [{ apiGroups: ['apps'], apiVersions: ['v1'], resources: ['deployments'] }] },
  validations: [{ expression: 'object.spec.replicas <= 10' }],
});

export const settings = definePolicy({ rules: { 'team-label': { severity: 'info' }, 'pss-privileged': { severity: 'warning' } } });
`;

beforeAll(async () => {
  await cli(['init', 'platform'], { cwd: folder.path });
  write('platform/policy/rules.ts', widgets);
  write('platform/policy/team-label.md', '# team-label\n\nEvery bill goes to a team.\n');
});

afterAll(() => folder.remove());

test('outside a repository the rules of the package are listed', async () => {
  const rules = await listed(folder.path);
  expect(rules.length).toBeGreaterThan(100);
  expect(rules.filter(({ declared }) => declared !== undefined)).toEqual([]);
  const strict = await listed(folder.path, '--set', 'strict');
  expect([...new Set(strict.map(({ set }) => set))]).toEqual(['strict']);
});

test('inside a repository its own rules and settings are among them', async () => {
  const rules = await listed(repository);
  expect(rules.find(({ id }) => id === 'team-label')).toMatchObject({
    set: 'recommended',
    severity: 'info',
    docs: 'platform/policy/team-label.md',
    declared: { file: 'platform/policy/rules.ts' },
  });
  expect(rules.find(({ id }) => id === 'few-replicas')).toMatchObject({ set: 'admission', severity: 'warning' });
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  // A new repository names the labels that its organisation wants: none.
  expect(rules.find(({ id }) => id === 'required-labels')).toMatchObject({ options: { labels: [] } });
  expect(rules.find(({ id }) => id === 'pss-privileged')).toMatchObject({ severity: 'warning' });
  const { out } = await run('rules', '--set', 'admission');
  expect(out).toMatch(/few-replicas +warning +A Deployment has at most 10 replicas\./);
});

test.each<readonly [string, readonly string[]]>([
  [
    'pss-privileged',
    ['No container is privileged.', 'What it checks', 'privileged: true', 'docs/rules/pss-privileged.md'],
  ],
  ['kube-linter/privileged-container', ['pss-privileged']],
  ['team-label', ['Every bill goes to a team.', 'declared  platform/policy/rules.ts:3:25', 'severity  info']],
  ['other-tool/team', ['A Namespace names its team.']],
  ['few-replicas', ['platform/policy/few-replicas.md (not written yet)']],
])('explain %s', async (subject, texts) => {
  const { code, out } = await run('explain', subject);
  expect(code).toBe(0);
  for (const text of texts) expect(out).toContain(text);
  const document = readDocument((await run('explain', subject, '--json')).out);
  expect(document).toMatchObject({ subject, units: [] });
});

test('a rule of the package is explained anywhere', async () => {
  expect((await cli(['explain', 'removed-api'], { cwd: folder.path })).code).toBe(0);
  const { code, err } = await cli(['explain', 'team-label'], { cwd: folder.path });
  expect(code).toBe(2);
  expect(err).toContain('team-label: no rule has this name');
});

test('what is neither a rule nor in the repository', async () => {
  const { code, err } = await run('explain', 'pss-privilege');
  expect(code).toBe(2);
  expect(err).toContain('[nothing-to-explain]');
});
