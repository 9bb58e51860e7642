import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { propertyNames } from '#src/constructs/dropped-field.ts';

/** Of CustomResourceDefinition schemas alone, which no construct here emits through the library. */
const schemaFields = /^(?:\$|x-kubernetes-)/;

test('the table of property names is what cdk8s-plus-28 has: a new version of it cannot drop a field unseen', () => {
  const library = readFileSync(createRequire(import.meta.url).resolve('cdk8s-plus-28/lib/imports/k8s.js'), 'utf8');
  const renamed = new Map<string, string>();
  for (const [, field = '', property = ''] of library.matchAll(/^ +'([^']+)': .*?\bobj\.([A-Za-z0-9]+)/gm)) {
    if (field !== property && !schemaFields.test(field)) renamed.set(field, property);
  }
  expect(Object.fromEntries(renamed)).toEqual(propertyNames);
});
