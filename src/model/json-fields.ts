import type { Declaration } from './declarations.ts';
import { findNonJson } from './frozen.ts';
import type { Problems } from './problems.ts';
import { quote } from './problems.ts';

/** A free field enters units' inputs, which are JSON; true when it is, or when it is absent. */
export function checkJson(
  declaration: Declaration<unknown>,
  pointer: string,
  value: unknown,
  problems: Problems,
): boolean {
  if (value === undefined) return true;
  const problem = findNonJson(value, pointer);
  if (problem === undefined) return true;
  problems.add(
    'not-json',
    declaration.at(problem.pointer),
    `${quote(problem.pointer)} of ${declaration.declared.symbol} holds ${problem.seen}, which is not JSON.`,
    'Use strings, finite numbers, booleans, null, lists and plain objects only.',
  );
  return false;
}
