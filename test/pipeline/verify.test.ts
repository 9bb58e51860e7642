import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Drift, DriftReport } from '#src/drift/index.ts';
import type { Files } from '#src/kernel/index.ts';
import { verify } from '#src/pipeline/index.ts';
import { withHeader } from '#src/rendered/index.ts';
import {
  componentSource,
  makeRepository,
  optionsFor,
  readTree,
  smallRepository,
  synth,
  writeFiles,
} from './repository.ts';

const file = 'dist/hub/hub-1/platform/web/configmap.settings.yaml';

function git(root: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.test', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'pipe' });
}

/** A repository whose dist/ is rendered and committed. */
async function committed(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = makeRepository({ ...smallRepository, '.gitignore': '.keelson/\n', ...more });
  git(root, 'init', '-q');
  await synth(root);
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'First');
  return root;
}

async function verified(root: string): Promise<DriftReport> {
  return await verify(optionsFor(root));
}

function short({ change, cause, file: path }: Drift): string {
  return `${change} ${cause} ${path}`;
}

describe('verify', () => {
  test('finds nothing where dist/ is what its source renders', async () => {
    const report = await verified(await committed());
    expect(report).toEqual({
      senses: ['source'],
      drifts: [],
      declared: [],
      undetermined: [],
      summary: { source: 0, undetermined: 0 },
    });
  });

  test('hand-edited: with fields, diff, object, unit and declared line', async () => {
    const root = await committed();
    writeFiles(root, { [file]: (readTree(root)[file] ?? '').replace('key: value', 'key: edited') });
    const { drifts, summary } = await verified(root);
    expect(drifts.map(short)).toEqual([`changed hand-edited ${file}`]);
    expect(drifts[0]).toMatchObject({
      unit: { id: 'hub/hub-1/platform/web' },
      object: { kind: 'ConfigMap', name: 'settings' },
      fields: [{ pointer: '/data/key', expected: 'value', actual: 'edited' }],
      declared: { file: 'platform/web/component.ts', symbol: 'component/web' },
    });
    expect(drifts[0]?.diff).toContain('-  key: value\n+  key: edited');
    expect(summary).toEqual({ source: 1, undetermined: 0 });
  });

  test('a file with conflict markers is a hand edit', async () => {
    const root = await committed();
    const text = readTree(root)[file] ?? '';
    writeFiles(root, { [file]: `<<<<<<< ours\n${text}=======\n${text}>>>>>>> theirs\n` });
    expect((await verified(root)).drifts.map(short)).toEqual([`changed hand-edited ${file}`]);
  });

  test('stale-render: the source moved on', async () => {
    const root = await committed();
    writeFiles(root, { 'platform/web/data.ts': "export const data = { key: 'new' };\n" });
    const { drifts } = await verified(root);
    expect(drifts.map(short)).toEqual([`changed stale-render ${file}`]);
    expect(drifts[0]?.fields).toEqual([{ pointer: '/data/key', expected: 'new', actual: 'value' }]);
  });

  test('stale-render: the source is gone, the file is not', async () => {
    const root = await committed({ 'platform/api/component.ts': componentSource('api', '', '{}') });
    rmSync(join(root, 'platform/api'), { recursive: true });
    const causes = (await verified(root)).drifts.map(short);
    expect(causes).toContain('extra stale-render dist/hub/hub-1/platform/api/configmap.settings.yaml');
  });

  test('tool-changed: another engine rendered it, no declaration moved since', async () => {
    const root = await committed();
    const body = (readTree(root)[file] ?? '').split('\n').slice(2).join('\n').replace('key: value', 'key: older');
    writeFiles(root, { [file]: withHeader(body, { file: 'platform/web/component.ts', symbol: 'component/web' }) });
    git(root, 'commit', '-q', '-a', '-m', 'As an older engine rendered it');
    expect((await verified(root)).drifts.map(short)).toEqual([`changed tool-changed ${file}`]);
  });

  test('stray-file: without our header, and with it where the last commit had none', async () => {
    const root = await committed();
    const planted = 'dist/hub/hub-1/platform/delivery/application.argoproj.io.planted.yaml';
    const text = withHeader('kind: Application\n', { file: 'tenants/x.ts', symbol: 'x' });
    writeFiles(root, { 'dist/notes.txt': 'mine\n', [planted]: text });
    expect((await verified(root)).drifts.map(short)).toEqual([
      `extra stray-file ${planted}`,
      'extra stray-file dist/notes.txt',
    ]);
  });

  test('missing-file', async () => {
    const root = await committed();
    rmSync(join(root, file));
    expect((await verified(root)).drifts.map(short)).toEqual([`missing missing-file ${file}`]);
  });

  test('a file that cannot be read is undetermined, never equal', async () => {
    const root = await committed();
    const options = optionsFor(root);
    const files: Files = {
      ...options.ports.files,
      read(path) {
        if (path.endsWith(file)) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
        return options.ports.files.read(path);
      },
    };
    const report = await verify({ ...options, ports: { ...options.ports, files } });
    expect(report.undetermined.map(({ code, subject }) => `${code} ${subject}`)).toEqual([`unreadable ${file}`]);
    expect(report.drifts).toEqual([]);
    expect(report.summary).toEqual({ source: 0, undetermined: 1 });
  });

  test('CODEOWNERS is generated, so it is compared as well', async () => {
    const root = await committed();
    writeFiles(root, { '.github/CODEOWNERS': '* @acme/nobody\n' });
    expect((await verified(root)).drifts.map(short)).toEqual(['changed stale-render .github/CODEOWNERS']);
    rmSync(join(root, '.github/CODEOWNERS'));
    expect((await verified(root)).drifts.map(short)).toEqual(['missing missing-file .github/CODEOWNERS']);
  });

  test('looks only at what was selected', async () => {
    const root = await committed();
    writeFiles(root, { [file]: 'nothing\n' });
    const options = optionsFor(root);
    expect((await verify({ ...options, select: { unit: 'root' } })).drifts).toEqual([]);
    expect((await verify({ ...options, select: { unit: 'web' } })).drifts.map(short)).toEqual([
      `changed hand-edited ${file}`,
    ]);
  });

  test('a Secret shows that it differs, not how', async () => {
    const source = componentSource('web', '', "{ password: 'c2VjcmV0' }").replace(
      "kind: 'ConfigMap'",
      "kind: 'Secret'",
    );
    const root = await committed({ 'platform/web/component.ts': source });
    const secret = 'dist/hub/hub-1/platform/web/secret.settings.yaml';
    writeFiles(root, { [secret]: (readTree(root)[secret] ?? '').replace('c2VjcmV0', 'b3RoZXI=') });
    const text = JSON.stringify((await verified(root)).drifts);
    expect(text).toContain('"masked":"sha256:');
    expect(text).not.toMatch(/c2VjcmV0|b3RoZXI=/);
  });
});
