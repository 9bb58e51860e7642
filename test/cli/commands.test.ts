import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readDocument } from '../report/schema.ts';
import { gitOk, projectRoot, temporaryFolder } from '../support/keelson.ts';
import { cli } from './terminal.ts';
import type { Run } from './terminal.ts';

const folder = temporaryFolder();
const repository = join(folder.path, 'my-platform');
const deployment = 'dist/hub/hub-1/demo/web/deployment.web.yaml';
const digest = (digit: string): string => `ghcr.io/stefanprodan/podinfo@sha256:${digit.repeat(64)}`;

function run(...args: readonly string[]): Promise<Run> {
  return cli(args, { cwd: repository });
}

/** Runs with `--json` and checks the document against the schema of its command. */
async function json(code: number, ...args: readonly string[]): Promise<Record<string, unknown>> {
  const { code: actual, out, err } = await run(...args, '--json');
  if (actual !== code) throw new Error(`exit code ${actual}\n${out}\n${err}`);
  // A slow machine may see progress there, but never an error: that is in the document.
  expect(err).not.toContain('error');
  const document = readDocument(out);
  expect(document).toMatchObject({ exitCode: code, ok: code === 0 });
  expect(out).not.toContain(folder.path);
  return document;
}

afterAll(() => folder.remove());

const path = (file: string): string => join(repository, file);

function change(file: string, from: string, to: string): void {
  const text = readFileSync(path(file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(path(file), text.replace(from, to));
}

test('init writes a repository whose synth succeeds', async () => {
  const { code, out } = await cli(['init', 'my-platform', '--json'], { cwd: folder.path });
  expect(code).toBe(0);
  const document = readDocument(out);
  expect(document).toMatchObject({ directory: 'my-platform' });
  expect(document['files']).toContain('tenants/demo.ts');
  expect(document['files']).toContain('.github/workflows/pull-request.yml');
  gitOk(repository, 'init', '--quiet');
  expect(await run('synth')).toMatchObject({ code: 0 });
  gitOk(repository, 'add', '--all');
  gitOk(repository, 'commit', '--quiet', '--message', 'Start');
});
test('init refuses a folder that is not empty, and takes one that is', async () => {
  const again = await cli(['init', 'my-platform'], { cwd: folder.path });
  expect(again).toMatchObject({ code: 2, out: '' });
  expect(again.err).toContain('[folder-not-empty]');
  mkdirSync(join(folder.path, 'empty/.git'), { recursive: true });
  expect(await cli(['init', '.'], { cwd: join(folder.path, 'empty') })).toMatchObject({ code: 0 });
  writeFileSync(join(folder.path, 'file'), '');
  expect((await cli(['init', 'file'], { cwd: folder.path })).err).toContain('[folder-not-empty]');
});

test('the relative imports of the component that init copies stay inside its folder', () => {
  const component = readFileSync(path('platform/argo-cd/component.ts'), 'utf8');
  for (const [, file = ''] of component.matchAll(/from '(\.[^']*)'/g)) {
    expect(existsSync(join(path('platform/argo-cd'), file))).toBe(true);
    expect(file.startsWith('./')).toBe(true);
  }
});

test('what was rendered and committed is verified, in text and JSON', async () => {
  expect(await run('verify')).toMatchObject({ code: 0, out: 'dist/ equals its source\n' });
  expect(await json(0, 'verify')).toMatchObject({ drifts: [], summary: { source: 0, undetermined: 0 } });
  expect(await json(0, 'synth', '--check')).toMatchObject({ mode: 'check', files: [], stray: [] });
  expect(gitOk(repository, 'status', '--porcelain')).toBe('');
});

test('a command finds the repository from a folder inside it, or with -C', async () => {
  const inside = await cli(['list', 'tenants'], { cwd: path('tenants') });
  expect(inside).toMatchObject({ code: 0 });
  expect(inside.out).toContain('demo');
  const { out } = await cli(['-C', repository, 'list', 'tenants'], { cwd: folder.path });
  expect(out).toBe(inside.out);
});

test.each([
  ['units', 'hub/hub-1/demo/web'],
  ['tenants', 'demo'],
  ['apps', 'demo/web'],
  ['components', 'argo-cd'],
  ['environments', 'hub'],
  ['clusters', 'hub-1'],
])('list %s', async (kind, name) => {
  expect((await run('list', kind)).out).toContain(name);
  const { items } = await json(0, 'list', kind);
  expect(JSON.stringify(items)).toContain(`"${name.split('/').at(-1)}"`);
});

test('model', async () => {
  expect((await run('model')).out).toMatch(/^ENVIRONMENT .*\nhub +hub-1 +hub-1 +1 +1 +1 +2 +1\n/);
  expect(await json(0, 'model')).toMatchObject({ tenants: [{ name: 'demo' }], summary: { units: 6, apps: 1 } });
});

test.each([
  ['a file', deployment],
  ['an object', 'Deployment/web'],
  ['an object with its namespace', 'Deployment/demo-hub/web'],
])('explain %s', async (_title, subject) => {
  const { code, out } = await run('explain', subject);
  expect(code).toBe(0);
  expect(out).toContain('hub/hub-1/demo/web (app)\n   owner     demo\n   declared  tenants/demo.ts:16:5 (demo/web)\n');
  expect(out).toMatch(/construct {2}deployment\n/);
  expect(out).toMatch(/declared {3}platform\/apps\/service\.ts:\d+:5\n/);
  expect(await json(0, 'explain', subject)).toMatchObject({ subject, units: [{ objects: [{ file: deployment }] }] });
});

test('explain takes a file as it is seen from the current folder', async () => {
  const { code, out } = await cli(['explain', 'deployment.web.yaml'], { cwd: path('dist/hub/hub-1/demo/web') });
  expect(code).toBe(0);
  expect(out).toContain(deployment);
});

test('bootstrap prints two parts and applies nothing', async () => {
  const { out } = await run('bootstrap', 'hub-1');
  expect(out).toMatch(/^# Part 1: Argo CD itself\n/);
  expect(out).toContain('\n# Part 2: ');
  expect(out).toContain('kubectl apply');
  expect(await json(0, 'bootstrap', 'hub-1')).toMatchObject({ hub: 'hub-1', summary: { parts: 2 } });
  expect(await json(2, 'bootstrap', 'hub-2')).toMatchObject({ errors: [{ code: 'unknown-hub' }] });
});

test('image set writes the digest, synth renders it, and wrong references are refused', async () => {
  const file = 'environments/hub/images/demo.yaml';
  const set = ['image', 'set', 'demo/web'] as const;
  expect(await json(0, ...set, digest('a'), '--env', 'hub')).toMatchObject({ file, action: 'create' });
  expect(await json(0, ...set, digest('b'), '--env', 'hub')).toMatchObject({ action: 'update', previous: digest('a') });
  expect(await json(0, ...set, digest('b'), '--env', 'hub')).toMatchObject({ action: 'unchanged' });
  expect(await json(3, 'synth', '--check')).toMatchObject({ files: [{ path: deployment, action: 'update' }] });
  expect(await run('synth')).toMatchObject({ code: 0 });
  expect(readFileSync(path(deployment), 'utf8')).toContain(digest('b'));

  const before = readFileSync(path(file), 'utf8');
  for (const [app, reference, env, code, hint] of [
    ['demo/web', 'ghcr.io/stefanprodan/podinfo:6.9.2', 'hub', 'image-without-digest', 'a digest cannot'],
    ['demo/web', 'podinfo@sha256:abc', 'hub', 'invalid-image', '64'],
    ['demo/wep', digest('a'), 'hub', 'unknown-app', 'Did you mean demo/web?'],
    ['demo/web', digest('a'), 'hup', 'unknown-environment', 'Did you mean hub?'],
  ] as const) {
    const document = await json(2, 'image', 'set', app, reference, '--env', env);
    expect(document).toMatchObject({ errors: [{ code }] });
    expect(JSON.stringify(document['errors'])).toContain(hint);
  }
  expect(readFileSync(path(file), 'utf8')).toBe(before);
});

test('a hand edit is drift for verify and overwritten by synth, each with its diff', async () => {
  change(deployment, 'replicas: 2', 'replicas: 7');
  const verify = await run('verify');
  expect(verify.code).toBe(3);
  expect(verify.out).toContain(`${deployment}: hand-edited`);
  expect(verify.out).toContain('-  replicas: 2\n      +  replicas: 7');
  expect(await json(3, 'verify')).toMatchObject({
    drifts: [{ cause: 'hand-edited', fields: [{ pointer: '/spec/replicas', expected: 2, actual: 7 }] }],
  });
  expect((await run('synth', '--dry-run')).out).toContain('would be overwritten');
  expect(readFileSync(path(deployment), 'utf8')).toContain('replicas: 7');
  expect((await run('synth')).out).toContain('edited by hand: overwritten');
  expect(await run('verify')).toMatchObject({ code: 0 });
});

test('a stray is reported and left', async () => {
  writeFileSync(path('dist/notes.txt'), 'mine\n');
  expect(await json(3, 'verify')).toMatchObject({ drifts: [{ cause: 'stray-file', file: 'dist/notes.txt' }] });
  expect(await json(0, 'synth')).toMatchObject({ stray: ['dist/notes.txt'] });
  expect(readFileSync(path('dist/notes.txt'), 'utf8')).toBe('mine\n');
  writeFileSync(path('dist/notes.txt'), '');
  gitOk(repository, 'clean', '--quiet', '--force', 'dist');
});

test('a change of one unit is rendered for that unit alone', async () => {
  change('tenants/demo.ts', 'replicas: 2', 'replicas: 4');
  expect(await json(0, 'synth', '--unit', 'platform/argo-cd')).toMatchObject({ files: [] });
  const result = await json(0, 'synth', '--env', 'hub', '--unit', 'demo/web');
  expect(result).toMatchObject({ units: [{ unit: { id: 'hub/hub-1/demo/web' } }], files: [{ path: deployment }] });
  expect(await json(2, 'synth', '--unit', 'demo/wep')).toMatchObject({ ok: false });
});

test('all errors of the declarations at once, each with its line; nothing is written', async () => {
  const tenant = readFileSync(path('tenants/demo.ts'), 'utf8');
  change('tenants/demo.ts', "costCentre: 'CC-0001'", "costCenter: 'CC-0001'");
  change('tenants/demo.ts', "kind: 'service'", "kind: 'servise'");
  const { code, out, err } = await run('synth');
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain('tenants/demo.ts:8:3: error: ');
  expect(err).toContain(`    8 |   costCenter: 'CC-0001',\n      |   ^`);
  expect(err).toContain('   fix       ');
  writeFileSync(path('tenants/demo.ts'), tenant);
  expect(await run('verify')).toMatchObject({ code: 0 });
});

test('what a declaration prints never reaches stdout; Ctrl-C leaves by the signal and nothing is half written', async () => {
  const baseline = readFileSync(path('platform/baseline.ts'), 'utf8');
  const busy = 'let sum = 0;\nfor (let step = 0; step < 2e9; step += 1) sum += step;\nconsole.log(sum);\n';
  writeFileSync(path('platform/baseline.ts'), `${baseline}\n${busy}`);
  const child = spawn(process.execPath, [join(projectRoot, 'bin/keelson.js'), 'synth'], { cwd: repository });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => (texts.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (texts.err += data.toString()));
  setTimeout(() => child.kill('SIGINT'), 700);
  const signal = await new Promise((resolve) => child.on('close', (_code, name) => resolve(name)));
  expect(signal).toBe('SIGINT');
  expect(texts.out).toBe('');
  expect(texts.err).not.toContain('    at ');
  writeFileSync(path('platform/baseline.ts'), baseline);
  expect(await run('verify')).toMatchObject({ code: 0 });
});
