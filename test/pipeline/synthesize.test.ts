import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explain } from '#src/pipeline/index.ts';
import { sha256, withHeader } from '#src/rendered/index.ts';
import {
  componentSource,
  copyReference,
  errorsOf,
  makeRepository,
  optionsFor,
  readTree,
  smallRepository,
  synth,
  writeFiles,
} from './repository.ts';

const unit = 'hub/hub-1/platform/web';
const file = `dist/${unit}/configmap.settings.yaml`;

function cacheOf(root: string): string {
  return join(root, '.keelson/cache/rendered');
}

/** Rewrites the cache so that it is whole in itself, and wrong. */
function poison(root: string, change: (body: string) => string): void {
  const body = change(readFileSync(cacheOf(root), 'utf8').slice(65));
  writeFileSync(cacheOf(root), `${createHash('sha256').update(body).digest('hex')}\n${body}`);
}

/** A component whose build throws. */
function bad(name: string): string {
  return componentSource(name, '', '{}').replace(
    'new ApiObject',
    'throw new Error("no " + input.unit.name); new ApiObject',
  );
}

describe('synthesize', () => {
  test('writes dist/, and the second time changes nothing and takes units from the cache', async () => {
    const root = makeRepository(smallRepository);
    const first = await synth(root);
    expect(first.files.map(({ path, action }) => ({ path, action }))).toContainEqual({ path: file, action: 'create' });
    expect(readTree(root)[file]).toContain('key: value');
    const second = await synth(root);
    expect(second.files).toEqual([]);
    expect(new Set(second.units.map(({ action }) => action))).toEqual(new Set(['cached']));
    // CODEOWNERS is created with the rest, but no unit's.
    expect(second.summary.unchanged).toBe(first.files.filter(({ unit: owner }) => owner !== undefined).length);
  });

  test('gives the same bytes inline and with any number of workers', async () => {
    const trees = [];
    for (const workers of [0, 1, 3]) {
      const root = copyReference();
      await synth(root, { workers, noCache: true });
      trees.push(readTree(root));
    }
    expect(Object.keys(trees[0] ?? {}).length).toBeGreaterThan(100);
    expect(trees[1]).toEqual(trees[0]);
    expect(trees[2]).toEqual(trees[0]);
  });

  test.each([0, 2])('reports the errors of all units at once, sorted, with %i workers', async (workers) => {
    const root = makeRepository({
      ...smallRepository,
      'platform/api/component.ts': bad('api'),
      'platform/zoo/component.ts': bad('zoo'),
    });
    const errors = await errorsOf(synth(root, { workers }));
    expect(errors.map(({ message }) => message)).toEqual([
      'building hub/hub-1/platform/api failed: no api',
      'building hub/hub-1/platform/zoo failed: no zoo',
    ]);
    expect(errors[1]?.location).toMatchObject({ file: 'platform/zoo/component.ts', line: 8 });
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  test('does not run the constructs of units that are not selected, nor touch their files', async () => {
    const root = makeRepository(smallRepository);
    await synth(root);
    const before = readTree(root);
    writeFiles(root, {
      'platform/api/component.ts': componentSource('api', '', '{}').replace(
        'new ApiObject',
        'throw new Error("ran"); new ApiObject',
      ),
      'platform/web/data.ts': "export const data = { key: 'changed' };\n",
    });
    const result = await synth(root, { select: { unit: 'platform/web' } });
    expect(result.files.map(({ path }) => path)).toEqual([file]);
    expect(Object.keys(readTree(root))).toEqual(Object.keys(before));
    expect((await errorsOf(synth(root))).map(({ code }) => code)).toEqual(['construct-failed']);
  });

  test('refuses a selection that names nothing', async () => {
    const root = makeRepository(smallRepository);
    expect((await errorsOf(synth(root, { select: { environment: 'prod' } })))[0]).toMatchObject({
      code: 'unknown-environment',
      hint: 'Declared: hub.',
    });
    expect((await errorsOf(synth(root, { select: { unit: 'wep' } })))[0]).toMatchObject({ code: 'unknown-unit' });
  });

  test('refuses an environment and a cluster that have no unit in common', async () => {
    const select = { environment: 'dev', cluster: 'prod-us-1' };
    expect((await errorsOf(synth(copyReference(), { select, mode: 'dry-run' })))[0]).toMatchObject({
      code: 'empty-selection',
      message: 'Environment "dev" has no units on cluster "prod-us-1".',
      hint: 'Units of this cluster are in: prod. Give one of these, or leave out one of the two options.',
    });
  });

  test('dry-run says what write then does, and writes nothing', async () => {
    const root = makeRepository(smallRepository);
    const before = readTree(root, '.');
    const planned = await synth(root, { mode: 'dry-run' });
    const added = Object.keys(readTree(root, '.')).filter((path) => !path.startsWith('./.keelson/cache/'));
    expect(added).toEqual(Object.keys(before));
    const done = await synth(root);
    expect(done.files).toEqual(planned.files);
  });

  test('overwrites a hand edit and shows it, prunes what its source no longer renders', async () => {
    const root = makeRepository({
      ...smallRepository,
      'platform/api/component.ts': componentSource('api', '', "{ a: 'b' }"),
    });
    await synth(root);
    const rendered = readTree(root)[file] ?? '';
    writeFiles(root, { [file]: rendered.replace('key: value', 'key: edited'), 'dist/stray.txt': 'mine\n' });
    rmSync(join(root, 'platform/api'), { recursive: true });
    const result = await synth(root);
    expect(result.handEdited).toEqual([{ path: file, diff: expect.stringContaining('+  key: edited') as string }]);
    expect(result.stray).toEqual(['dist/stray.txt']);
    expect(result.units.filter(({ action }) => action === 'removed').map((one) => one.unit.id)).toEqual([
      'hub/hub-1/platform/api',
    ]);
    expect(readTree(root)[file]).toBe(rendered);
    expect(existsSync(join(root, 'dist/hub/hub-1/platform/api'))).toBe(false);
    expect(existsSync(join(root, 'dist/stray.txt'))).toBe(true);
  });
});

describe('the cache', () => {
  test('is not there where it is not exactly what was written', async () => {
    const root = makeRepository(smallRepository);
    await synth(root);
    const before = readTree(root);
    // An entry that has lost its files would have them pruned.
    const text = readFileSync(cacheOf(root), 'utf8');
    const entries = (JSON.parse(text.slice(65)) as readonly (readonly [string, unknown])[]).map(([key]) => [key, []]);
    writeFileSync(cacheOf(root), `${text.slice(0, 65)}${JSON.stringify(entries)}`);
    const again = await synth(root);
    expect(again.files).toEqual([]);
    expect(again.units.find((one) => one.unit.id === unit)?.action).toBe('rendered');
    expect(readTree(root)).toEqual(before);
  });

  test('spares a unit only where dist/ holds its files', async () => {
    const root = makeRepository(smallRepository);
    await synth(root);
    const before = readTree(root);
    for (const damage of ['nothing\n', undefined]) {
      if (damage === undefined) rmSync(join(root, file));
      else writeFiles(root, { [file]: damage });
      const again = await synth(root);
      expect(again.units.filter(({ action }) => action === 'rendered').map((one) => one.unit.id)).toEqual([unit]);
      expect(readTree(root)).toEqual(before);
    }
  });

  test('cannot put a byte into dist/: one that is wrong costs a render', async () => {
    const root = makeRepository(smallRepository);
    await synth(root);
    poison(root, (body) => body.replaceAll(/"sha256":"[0-9a-f]{64}"/g, `"sha256":"${'0'.repeat(64)}"`));
    const again = await synth(root);
    expect(again.files).toEqual([]);
    expect(new Set(again.units.map(({ action }) => action))).toEqual(new Set(['rendered']));
  });

  test('is not believed by --check, nor with noCache', async () => {
    const root = makeRepository(smallRepository);
    await synth(root);
    const rendered = readTree(root)[file] ?? '';
    const wrong = withHeader('kind: ConfigMap\n', { file: 'platform/web/component.ts', symbol: 'component/web' });
    writeFiles(root, { [file]: wrong });
    poison(root, (body) => body.replaceAll(sha256(rendered), sha256(wrong)));
    expect((await synth(root, { mode: 'dry-run' })).files).toEqual([]);
    expect((await synth(root, { mode: 'check' })).files.map(({ path }) => path)).toEqual([file]);
    await synth(root, { noCache: true });
    expect(readTree(root)[file]).toBe(rendered);
  });
});

describe('explain', () => {
  test.each([
    ['a unit', 'platform/web'],
    ['a file', file],
    ['an object', 'ConfigMap/settings'],
    ['an object in its namespace', 'configmap web/settings'],
  ])('%s: unit, construct path and declared line', async (_name, target) => {
    const [found, ...more] = await explain(optionsFor(makeRepository(smallRepository)), target);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      unit: { id: unit },
      owner: 'platform',
      declared: { file: 'platform/web/component.ts', symbol: 'component/web' },
      objects: [{ file, constructPath: 'settings', declared: { file: 'platform/web/component.ts', line: 8 } }],
    });
  });

  test('says so when nothing has the name', async () => {
    const options = optionsFor(makeRepository(smallRepository));
    for (const target of ['nobody', 'Secret/none', 'dist/hub/hub-1/platform/web/secret.none.yaml']) {
      expect((await errorsOf(explain(options, target))).map(({ code }) => code)).toEqual(['nothing-to-explain']);
    }
  });
});
