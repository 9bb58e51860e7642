import { expect, test } from 'vitest';
import { nearestNames } from '#src/schema/index.ts';

test.each([
  ['replcas', ['restartPolicy', 'replicas', 'selector'], ['replicas']],
  ['Replicas', ['replicas'], ['replicas']],
  ['cat', ['bat', 'cats', 'hat', 'dog'], ['bat', 'cats']],
  ['web', ['database', 'queue'], []],
  ['ab', ['abcdef', 'ac'], ['ac']],
  ['nginx', ['nginx-internal', 'traefik', 'ngimx', 'nginy'], ['ngimx', 'nginy']],
  ['colour', ['color', 'colours', 'colour'], ['colour']],
])('%s among %j is probably %j', (given, known, near) => {
  expect(nearestNames(given, known)).toEqual(near);
});

test('what is too long to compare resembles nothing', () => {
  expect(nearestNames('a'.repeat(200), ['a'.repeat(200)])).toEqual([]);
});
