import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadFleet, validateFleet } from '#src/pipeline/index.ts';
import { copyReference, optionsFor, writeFiles } from '../pipeline/repository.ts';
import { projectRoot } from '../support/keelson.ts';

/** The files that a page shows: a fence whose first line names one. */
function filesOf(page: string): Readonly<Record<string, string>> {
  const text = readFileSync(join(projectRoot, 'docs', page), 'utf8');
  const found = [...text.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(
    ([, path = '', code = '']) => [path.replace('platform/policy/', 'platform/policy/shown/'), code] as const,
  );
  return Object.fromEntries(found);
}

test('what docs/waivers.md declares is loaded', async () => {
  const root = copyReference();
  const files = filesOf('waivers.md');
  expect(Object.keys(files)).toEqual(
    ['waivers', 'policy', 'outside'].map((name) => `platform/policy/shown/${name}.ts`),
  );
  writeFiles(root, files);
  const { fleet } = await loadFleet(optionsFor(root));
  const shown = { file: 'platform/policy/shown/waivers.ts' };
  expect(fleet.policy.waivers.find(({ declared }) => declared.file === shown.file)?.rule).toBe('image-digest-pinned');
  expect(fleet.policy.outside.find(({ name }) => name === 'provider')?.clusters.length).toBeGreaterThan(1);
});

test('the rules of docs/rule-authors.md run', async () => {
  const root = copyReference();
  const files = filesOf('rule-authors.md');
  expect(Object.keys(files)).toContain('platform/policy/shown/own-registry.test.ts');
  writeFiles(root, files);
  const { findings, rules } = await validateFleet({ ...optionsFor(root), rules: ['own-registry', 'one-issuer'] });
  expect(rules.map(({ id }) => id)).toContain('one-issuer');
  expect(findings.filter(({ rule }) => rule === 'rule-crashed')).toEqual([]);
  expect(findings.find(({ rule }) => rule === 'own-registry')).toMatchObject({
    messageId: 'elsewhere',
    docs: 'platform/policy/own-registry.md',
  });
});
