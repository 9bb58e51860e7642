import { createTwoFilesPatch } from 'diff';

/** A unified diff from what is rendered to what lies there. Empty for equal texts. */
export function textDiff(path: string, expected: string, actual: string): string {
  if (expected === actual) return '';
  const patch = createTwoFilesPatch(path, path, expected, actual, 'rendered', 'found', { context: 3 });
  // The package begins with an `Index:` or `===` line that no other tool prints.
  return patch.slice(patch.indexOf('--- '));
}
