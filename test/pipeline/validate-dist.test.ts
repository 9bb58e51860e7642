import { appendFileSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateFleet } from '#src/pipeline/index.ts';
import type { Validation } from '#src/validate/index.ts';
import { validateBody } from '#src/report/index.ts';
import { copyReference, makeRepository, optionsFor, smallRepository, synth } from './repository.ts';

const judge = async (root: string, more: object = {}): Promise<Validation> =>
  await validateFleet({ ...optionsFor(root), rules: ['api-server'], ...more });

test('of the reference platform, what is rendered and what lies in dist/ are judged alike', async () => {
  const root = copyReference();
  await synth(root);
  const rules = ['strict'];
  const fresh = await judge(root, { rules, noCache: true });
  const cached = await judge(root, { rules });
  const lying = await judge(root, { rules, dist: true });
  expect(validateBody(cached)).toEqual(validateBody(fresh));
  expect(validateBody(lying)).toEqual(validateBody(fresh));
  const selected = await judge(root, { rules, select: { environment: 'prod' } });
  expect(selected.findings).toEqual(fresh.findings.filter(({ unit }) => unit?.environment === 'prod'));
});

const file = 'dist/hub/hub-1/platform/web/configmap.settings.yaml';

test('only --dist finds what was edited by hand, at the line and with its declaration', async () => {
  const root = makeRepository(smallRepository);
  await synth(root);
  const path = join(root, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace('key: value', 'key: 12'));
  expect((await judge(root)).findings).toEqual([]);
  const { findings, coverage } = await judge(root, { dist: true });
  expect(findings).toMatchObject([
    { rule: 'dist-untouched', messageId: 'edited', severity: 'warning', location: { file } },
    {
      rule: 'field-types',
      pointer: '/data/key',
      location: { file },
      unit: { id: 'hub/hub-1/platform/web' },
      declared: { file: 'platform/web/component.ts', line: 8 },
      constructPath: 'settings',
    },
  ]);
  expect(coverage.checked).toBe((await judge(root)).coverage.checked);
});

test('what keelson did not write is judged and named, and so is what cannot be read', async () => {
  const root = makeRepository(smallRepository);
  await synth(root);
  const folder = join(root, 'dist/hub/hub-1/platform');
  writeFileSync(join(folder, 'web/extra.yaml'), 'apiVersion: v1\nkind: Service\nmetadata: { name: UPPER }\nspec: {}\n');
  writeFileSync(join(root, 'dist/notes.txt'), 'not a manifest\n');
  appendFileSync(join(root, file), '  : : broken\n');
  symlinkSync('extra.yaml', join(folder, 'web/link.yaml'));
  const { findings } = await judge(root, { dist: true });
  const named = findings.map(({ rule, messageId, location }) => [location?.file, rule, messageId]);
  expect(named).toContainEqual(['dist/notes.txt', 'dist-untouched', 'stray']);
  expect(named).toContainEqual(['dist/hub/hub-1/platform/web/extra.yaml', 'dist-untouched', 'stray']);
  expect(
    named.filter(([where, rule]) => where?.endsWith('extra.yaml') === true && rule === 'valid-service'),
  ).not.toEqual([]);
  expect(named).toContainEqual(['dist/hub/hub-1/platform/web/link.yaml', 'dist-untouched', 'odd']);
  expect(named).toContainEqual([file, 'dist-untouched', 'edited']);
  expect(named.filter(([where, rule]) => where === file && rule === 'readable')).toHaveLength(1);
});

test('files of a unit that nothing declares any more', async () => {
  const root = makeRepository(smallRepository);
  await synth(root);
  renameSync(join(root, 'platform/web'), join(root, 'platform/shop'));
  const component = join(root, 'platform/shop/component.ts');
  writeFileSync(component, readFileSync(component, 'utf8').replace("name: 'web'", "name: 'shop'"));
  const { findings } = await judge(root, { dist: true });
  expect(findings).toMatchObject([
    { rule: 'dist-untouched', messageId: 'undeclared', location: { file }, declared: { symbol: 'component/web' } },
  ]);
});
