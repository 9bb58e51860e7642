import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findKindValidation, kindValidations } from '#src/api-server/index.ts';
import { builtInKinds } from '#src/schema/index.ts';
import { projectRoot } from '../support/keelson.ts';

const page = readFileSync(join(projectRoot, 'docs/api-server-coverage.md'), 'utf8');

/** The first two cells of a section's rows: a kind, and what is said of it. */
function rowsOf(title: string): ReadonlyMap<string, string> {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
  return new Map(
    [...section.matchAll(/^\| `([^`]+)` *\| *([^|]*?) *\|/gm)].map(([, kind = '', text = '']) => [kind, text]),
  );
}

const withRule = rowsOf('Kinds with a rule');
const withoutRule = rowsOf('Kinds without a rule');

test('every kind with a rule is listed, with the page of its rule, and no other', () => {
  const expected = new Map(
    kindValidations.map(({ group, kind, rule, metadataOnly }) => {
      const id = metadataOnly === true ? 'valid-metadata' : rule.id;
      return [group === '' ? kind : `${group}/${kind}`, `[${id}](rules/${id}.md)`];
    }),
  );
  expect(withRule).toEqual(expected);
  for (const link of withRule.values()) {
    expect(existsSync(join(projectRoot, 'docs', /\((.*)\)/.exec(link)?.[1] ?? ''))).toBe(true);
  }
});

test('every other kind of Kubernetes 1.36 is listed with a reason', () => {
  const others = builtInKinds(36).filter((id) => {
    const slash = id.lastIndexOf('/');
    return findKindValidation(id.slice(0, slash), id.slice(slash + 1)) === undefined;
  });
  expect([...withoutRule.keys()].toSorted()).toEqual(others.toSorted());
  for (const reason of withoutRule.values()) expect(reason).not.toBe('');
});
