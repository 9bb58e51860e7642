import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtInRules } from '#src/validate/index.ts';
import { projectRoot } from '../support/keelson.ts';

test('src/validate/rule-ids.ts has the ids of all rules: else run `npm run rule-ids`', () => {
  const text = readFileSync(join(projectRoot, 'src/validate/rule-ids.ts'), 'utf8');
  const written = [...text.matchAll(/\| '([^']+)'/g)].map(([, id]) => id);
  expect(new Set(written)).toEqual(new Set(builtInRules.map(({ id }) => id)));
});
