import type { Checker } from './checker.ts';
import type { Comprehension, Expression } from './syntax.ts';
import type { CelType } from './type.ts';
import { boolType, dynType, errorType, intType, nameType } from './type.ts';

export function checkComprehension(checker: Checker, loop: Comprehension): CelType {
  const range = checker.resolve(checker.check(loop.range));
  const gathered = checker.check(loop.start);
  checker.scopes.push(new Map([[loop.accumulator, gathered]]));
  const [first, second] = variableTypes(checker, loop, range);
  const scope = new Map([[loop.variable, first]]);
  if (loop.second !== undefined) scope.set(loop.second, second);
  checker.scopes.push(scope);
  expect(checker, loop.condition, boolType);
  expect(checker, loop.step, gathered);
  checker.scopes.pop();
  const result = checker.check(loop.result);
  checker.scopes.pop();
  return checker.resolve(result);
}

function variableTypes(checker: Checker, loop: Comprehension, range: CelType): readonly [CelType, CelType] {
  const [first = dynType, second = dynType] = range.params;
  if (range.kind === 'list') return loop.second === undefined ? [first, first] : [intType, first];
  if (range.kind === 'map') return [first, second];
  if (range.kind === 'dyn' || range.kind === 'error' || range.kind === 'param') {
    checker.isAssignable(dynType, range);
    return [dynType, dynType];
  }
  checker.flaw(loop.range.at, `loops over lists and maps, not over ${nameType(range)}`);
  return [errorType, errorType];
}

function expect(checker: Checker, expression: Expression, wanted: CelType): void {
  const type = checker.check(expression);
  if (checker.isAssignable(wanted, type)) return;
  checker.flaw(
    expression.at,
    `expects ${nameType(checker.resolve(wanted))} but found ${nameType(checker.resolve(type))}`,
  );
}
