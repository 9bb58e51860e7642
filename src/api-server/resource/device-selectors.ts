import type { DeviceSelector } from '../../schema/types/resource-v1.ts';
import { compileCel, nameType } from '../../cel/index.ts';
import { forbidden, invalid, required, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { deviceVariables } from './device-type.ts';
import { validateList } from './lists.ts';

const longestExpression = 10 * 1024;
const highestCost = 1_000_000;

export function validateDeviceSelectors(check: Check, selectors: readonly DeviceSelector[] = [], at: FieldPath): void {
  validateList(check, selectors, at, {
    maximum: 32,
    item: (selector, place) => validateSelector(check, selector, place),
  });
}

function validateSelector(check: Check, { cel }: DeviceSelector, at: FieldPath): void {
  if (cel === undefined) required(check, child(at, 'cel'));
  else validateExpression(check, cel.expression ?? '', child(at, 'cel', 'expression'));
}

function validateExpression(check: Check, expression: string, at: FieldPath): void {
  if (Buffer.byteLength(expression) > longestExpression) {
    tooLong(check, at, longestExpression);
    return;
  }
  const { minor } = check;
  const compiled = compileCel(expression, { minor, use: 'dra', variables: deviceVariables(minor) });
  if (compiled.outcome === 'invalid') {
    const [problem] = compiled.problems;
    const where = problem === undefined ? '' : ` (line ${problem.line}, column ${problem.column}): ${problem.message}`;
    invalid(check, at, expression, `does not compile${where}`);
  }
  // What is not known here is not refused.
  if (compiled.outcome !== 'compiled') return;
  const { type, program } = compiled;
  // An attribute may hold a boolean: its type is not known before a device is there.
  if (type.kind !== 'bool' && type.kind !== 'any')
    invalid(check, at, expression, `must yield bool, yields ${nameType(type)}`);
  else if (program.estimatedCost() > highestCost) forbidden(check, at, 'may cost more than the server allows');
}
