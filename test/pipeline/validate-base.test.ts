import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateFleet } from '#src/pipeline/index.ts';
import type { Validation } from '#src/validate/index.ts';
import { openFindings } from '#src/validate/index.ts';
import { gitOk } from '../support/keelson.ts';
import { errorsOf, makeRepository, optionsFor, smallRepository, synth, writeFiles } from './repository.ts';

/** A component that makes what `platform/<name>/objects.ts` lists. */
function component(name: string, objects: readonly object[]): Readonly<Record<string, string>> {
  return {
    [`platform/${name}/component.ts`]: `import { ApiObject } from 'cdk8s';
import { defineComponent } from 'keelson';
import { objects } from './objects.ts';
export default defineComponent({
  name: '${name}', category: 'test', description: 'For a test.', owner: 'core', lifecycle: { stage: 'ga' },
  build(scope) {
    for (const object of objects) new ApiObject(scope, object.metadata.name, object);
  },
});
`,
    [`platform/${name}/objects.ts`]: `export const objects = ${JSON.stringify(objects, null, 2)};\n`,
  };
}

const { 'platform/web/component.ts': _component, 'platform/web/data.ts': _data, ...others } = smallRepository;

function clusterOf(version: string): Readonly<Record<string, string>> {
  const path = 'environments/hub/hub-1.ts';
  return { [path]: (others[path] ?? '').replace("'1.36'", `'${version}'`) };
}

const hub = { ...others, ...clusterOf('1.30') };

const settings = (name: string): object => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });

/** Deprecated in 1.29 and served to 1.31: a warning that stops no write. */
const flow = (name: string): object => ({
  apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3',
  kind: 'FlowSchema',
  metadata: { name },
  spec: { priorityLevelConfiguration: { name: 'workload-low' } },
});

const job = (image: string): object => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'once' },
  spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image }] } } },
});

const rules = ['api-server', 'life-cycle'];

async function commit(root: string, message: string): Promise<void> {
  await synth(root, { noCache: true });
  gitOk(root, 'add', '--all');
  gitOk(root, 'commit', '--quiet', '--message', message);
}

async function start(...objects: readonly object[]): Promise<string> {
  const root = makeRepository({ ...hub, '.gitignore': '.keelson/\n', ...component('web', objects) });
  gitOk(root, 'init', '--quiet');
  await commit(root, 'Start');
  gitOk(root, 'checkout', '--quiet', '-b', 'work');
  return root;
}

const judge = async (root: string, more: object = {}): Promise<Validation> =>
  await validateFleet({ ...optionsFor(root), rules, base: 'main', ...more });

const codes = async (root: string, base: string): Promise<readonly string[]> =>
  (await errorsOf(judge(root, { base }))).map(({ code }) => code);

const said = ({ findings }: Validation): readonly (readonly unknown[])[] =>
  findings.map(({ object, status }) => [object?.name, status]);

test('of a branch with an old finding and a new one, the new one counts', async () => {
  const root = await start(flow('old'));
  writeFiles(root, component('web', [flow('old'), flow('added')]));
  await commit(root, 'Add one');
  for (const dist of [false, true]) {
    const validation = await judge(root, { dist });
    expect(said(validation)).toEqual([
      ['added', 'new'],
      ['old', 'existing'],
    ]);
    expect(openFindings(validation)).toHaveLength(1);
    expect(validation.base).toEqual({ ref: 'main', commit: gitOk(root, 'rev-parse', 'main').trim() });
  }
});

test('what the work tree adds counts, committed or not; --dist sees what lies in dist/', async () => {
  const root = await start(settings('web'));
  writeFiles(root, component('web', [settings('web'), flow('added')]));
  expect(said(await judge(root))).toEqual([['added', 'new']]);
  expect(said(await judge(root, { dist: true }))).toEqual([]);
  await synth(root);
  expect(said(await judge(root, { dist: true }))).toEqual([['added', 'new']]);
});

test('it is the merge base that counts, not the tip of the other branch', async () => {
  const root = await start(flow('old'));
  gitOk(root, 'checkout', '--quiet', 'main');
  writeFiles(root, component('web', [settings('fixed')]));
  await commit(root, 'Fix it on main');
  gitOk(root, 'checkout', '--quiet', 'work');
  expect(said(await judge(root))).toEqual([['old', 'existing']]);
  // The finding is back in a branch that has what main has: that branch adds it.
  gitOk(root, 'merge', '--quiet', 'main');
  writeFiles(root, component('web', [flow('old')]));
  await commit(root, 'Bring it back');
  expect(said(await judge(root))).toEqual([['old', 'new']]);
});

test('a renamed unit takes its findings along; a copy does not', async () => {
  const root = await start(flow('old'));
  rmSync(join(root, 'platform/web'), { recursive: true });
  writeFiles(root, component('shop', [flow('old')]));
  expect((await judge(root)).findings.map(({ status }) => status)).toEqual(['existing']);
  writeFiles(root, component('web', [flow('old')]));
  const both = await judge(root);
  expect(both.findings.map(({ unit, status }) => [unit?.name, status])).toEqual([
    ['shop', 'new'],
    ['web', 'existing'],
  ]);
});

test('what was there is updated: a field that may not change', async () => {
  const root = await start(job('registry.example.test/web:1'));
  writeFiles(root, component('web', [job('registry.example.test/web:2')]));
  const { findings } = await judge(root);
  expect(findings).toMatchObject([{ rule: 'valid-job', pointer: '/spec/template', status: 'new' }]);
});

test('a waiver that is taken away gives its finding back', async () => {
  const waiver = `import { defineWaiver } from 'keelson';
export default defineWaiver({
  rule: 'deprecated-api', scope: { component: 'web' }, reason: 'Read by an old controller until it is replaced.',
  owner: 'core', expires: '2999-01-31',
});
`;
  const root = makeRepository({
    ...hub,
    '.gitignore': '.keelson/\n',
    ...component('web', [flow('old')]),
    'platform/policy/waivers.ts': waiver,
  });
  gitOk(root, 'init', '--quiet');
  await commit(root, 'Start');
  const waived = await judge(root);
  expect(waived.findings.filter(({ rule }) => rule === 'deprecated-api')).toMatchObject([
    { waiver: { owner: 'core' } },
  ]);
  rmSync(join(root, 'platform/policy'), { recursive: true });
  expect(openFindings(await judge(root))).toMatchObject([{ rule: 'deprecated-api', status: 'new' }]);
});

function waiverOf(name: string, owner: string): string {
  return `export const ${name} = defineWaiver({
  rule: 'removed-api', scope: { unit: 'platform/web' }, reason: 'Later.', owner: '${owner}', expires: '2027-06-30',
});
`;
}

test('what is wrong with a waiver counts on the branch that declared it so', async () => {
  const path = 'platform/policy/waivers.ts';
  const head = "import { defineWaiver } from 'keelson';\n";
  const root = await start(flow('old'));
  writeFiles(root, { [path]: head + waiverOf('one', 'nobody') + waiverOf('two', 'core') });
  await commit(root, 'Waive');
  gitOk(root, 'branch', '--force', 'main');
  const owners = async (): Promise<readonly unknown[]> =>
    (await judge(root)).findings
      .filter(({ rule }) => rule === 'waiver-owner')
      .map(({ seen, status }) => `${seen} ${status}`);
  expect(await owners()).toEqual(['nobody existing']);
  writeFiles(root, { [path]: head + waiverOf('one', 'nobody') + waiverOf('two', 'someone') });
  expect(await owners()).toEqual(['nobody existing', 'someone new']);
});

test('a new version of Kubernetes shows what it deprecates', async () => {
  const root = makeRepository({ ...hub, '.gitignore': '.keelson/\n', ...component('web', [flow('old')]) });
  writeFiles(root, clusterOf('1.28'));
  gitOk(root, 'init', '--quiet');
  await commit(root, 'Start');
  expect(said(await judge(root))).toEqual([]);
  writeFiles(root, clusterOf('1.30'));
  expect(said(await judge(root))).toEqual([['old', 'new']]);
});

test('what is no base', async () => {
  const root = await start(settings('web'));
  expect(await codes(root, 'nowhere')).toEqual(['unknown-ref']);
  expect(await codes(root, '--all')).toEqual(['unknown-ref']);
  expect(await codes(makeRepository(smallRepository), 'main')).toEqual(['no-repository']);

  gitOk(root, 'checkout', '--quiet', '--orphan', 'apart');
  gitOk(root, 'commit', '--quiet', '--message', 'Apart');
  expect(await codes(root, 'main')).toEqual(['no-merge-base']);

  gitOk(root, 'rm', '-r', '--quiet', '--cached', 'dist');
  gitOk(root, 'commit', '--quiet', '--message', 'Without dist');
  expect(await codes(root, 'HEAD')).toEqual(['no-dist-at-base']);
});

test('a shallow clone says how to get the rest', async () => {
  const root = await start(settings('web'));
  writeFiles(root, component('web', [settings('web'), flow('added')]));
  await commit(root, 'Add one');
  const clone = makeRepository({});
  gitOk(clone, 'clone', '--quiet', '--depth', '1', '--no-single-branch', `file://${root}`, 'clone');
  const errors = await errorsOf(judge(join(clone, 'clone'), { base: 'origin/main' }));
  expect(errors).toMatchObject([{ code: 'shallow-clone' }]);
  expect(errors[0]?.hint).toContain('git fetch --unshallow');
});
