import type { Checker } from './checker.ts';
import { lookUp } from './checker.ts';
import type { Expression, ListLiteral, MapLiteral, StructLiteral } from './syntax.ts';
import type { CelType } from './type.ts';
import { dynType, errorType, isOptionalType, listType, mapType, nameType } from './type.ts';
import { isDyn, mostGeneral } from './unify.ts';

export function checkList(checker: Checker, list: ListLiteral): CelType {
  let joined: CelType | undefined;
  for (const [position, element] of list.elements.entries()) {
    const type = elementType(checker, element, list.optional.has(position));
    joined = join(checker, element, joined, type);
  }
  return listType(joined ?? checker.fresh());
}

export function checkMap(checker: Checker, map: MapLiteral): CelType {
  let keys: CelType | undefined;
  let values: CelType | undefined;
  for (const { key, value, optional } of map.entries) {
    keys = join(checker, key, keys, checker.check(key));
    values = join(checker, value, values, elementType(checker, value, optional));
  }
  return mapType(keys ?? checker.fresh(), values ?? checker.fresh());
}

export function checkStruct(checker: Checker, struct: StructLiteral): CelType {
  const declared = lookUp(checker, struct.name);
  if (declared === undefined) {
    checker.flaw(struct.at, `'${struct.name}' is not declared`);
    return errorType;
  }
  const type = declared.type.kind === 'type' ? (declared.type.params[0] ?? errorType) : errorType;
  if (type.kind !== 'object') checker.flaw(struct.at, `'${struct.name}' is no type that can be made`);
  for (const field of struct.fields) {
    const given = elementType(checker, field.value, field.optional);
    const wanted = type.kind === 'object' ? checker.environment.fieldOf(type, field.name) : errorType;
    if (wanted === undefined) checker.flaw(field.at, `the field '${field.name}' is not defined`);
    else if (!checker.isAssignable(wanted, given)) {
      checker.flaw(field.at, `expects ${nameType(wanted)} but found ${nameType(checker.resolve(given))}`);
    }
  }
  return type.kind === 'object' ? type : errorType;
}

function elementType(checker: Checker, expression: Expression, optional: boolean): CelType {
  const type = checker.check(expression);
  if (!optional) return type;
  if (isOptionalType(type)) return type.params[0] ?? dynType;
  if (!isDyn(type)) checker.flaw(expression.at, `expects an optional but found ${nameType(checker.resolve(type))}`);
  return type;
}

/** Kubernetes wants lists and maps of one type. */
function join(checker: Checker, at: Expression, before: CelType | undefined, type: CelType): CelType {
  if (before === undefined) return type;
  if (checker.isAssignable(before, type)) return mostGeneral(before, type);
  if (checker.environment.literals !== 'one-type') return dynType;
  checker.flaw(at.at, `expects ${nameType(checker.resolve(before))} but found ${nameType(checker.resolve(type))}`);
  return errorType;
}
