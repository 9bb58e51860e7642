import type { Checker } from './checker.ts';
import { lookUp } from './checker.ts';
import type { Expression, Select } from './syntax.ts';
import type { CelType } from './type.ts';
import { boolType, dynType, errorType, isOptionalType, nameType, optionalType } from './type.ts';
import { isDyn } from './unify.ts';

/** `a.b.c` as one name, when nothing else stands in it. */
export function qualifiedName(expression: Expression): string | undefined {
  if (expression.kind === 'identifier') return expression.name;
  if (expression.kind !== 'select' || expression.test || expression.optional) return undefined;
  const start = qualifiedName(expression.operand);
  return start === undefined ? undefined : `${start}.${expression.field}`;
}

export function checkSelect(checker: Checker, select: Select): CelType {
  const name = qualifiedName(select);
  const declared = name === undefined ? undefined : lookUp(checker, name);
  if (declared !== undefined && name !== undefined) {
    checker.names.set(select, name.replace(/^\./, ''));
    return declared.type;
  }
  const field = fieldType(checker, select);
  return checker.resolve(select.test ? boolType : field);
}

function fieldType(checker: Checker, select: Select): CelType {
  const operand = checker.resolve(checker.check(select.operand));
  const isOptional = isOptionalType(operand);
  const target = isOptional ? (operand.params[0] ?? dynType) : operand;
  const result = selected(checker, select, target);
  return isOptional || select.optional ? optionalType(result) : result;
}

function selected(checker: Checker, select: Select, target: CelType): CelType {
  if (target.kind === 'map') return target.params[1] ?? dynType;
  if (target.kind === 'object') return objectField(checker, select, target);
  if (target.kind === 'param') checker.isAssignable(dynType, target);
  else if (!isDyn(target) && target.kind !== 'error') checker.flaw(select.at, `type ${nameType(target)} has no fields`);
  return dynType;
}

function objectField(checker: Checker, select: Select, target: CelType): CelType {
  const field = checker.environment.fieldOf(target, select.field);
  if (field !== undefined) return field;
  checker.flaw(select.at, `the field '${select.field}' is not defined`);
  return errorType;
}
