import type { Checker } from './checker.ts';
import { qualifiedName } from './check-select.ts';
import type { Overload } from './overload.ts';
import type { Call } from './syntax.ts';
import type { CelType } from './type.ts';
import { boolType, dynType, errorType, isExactType, nameType } from './type.ts';
import type { Bindings } from './unify.ts';
import { isDyn, substitute, unify } from './unify.ts';

export function checkCall(checker: Checker, call: Call): CelType {
  const { name, target } = call;
  const args = call.args.map((argument) => checker.check(argument));
  if (target === undefined) return named(checker, call, name.replace(/^\./, ''), args, false);
  const prefix = qualifiedName(target);
  const full = prefix === undefined ? undefined : `${prefix.replace(/^\./, '')}.${name}`;
  if (full !== undefined && checker.environment.functions(full) !== undefined) {
    return named(checker, call, full, args, true);
  }
  return named(checker, call, name, [checker.check(target), ...args], false);
}

function named(checker: Checker, call: Call, name: string, args: readonly CelType[], qualified: boolean): CelType {
  const functions = checker.environment.functions(name);
  if (functions === undefined) {
    checker.flaw(call.at, `the function '${name}' is not declared`);
    return errorType;
  }
  if (name === '_&&_' || name === '_||_') return logical(checker, call, args);
  const member = call.target !== undefined && !qualified;
  const found: Overload[] = [];
  let result: CelType | undefined;
  for (const overload of functions) {
    if (overload.member !== member || overload.params.length !== args.length) continue;
    const instance = instantiate(checker, overload);
    if (!unify(checker.bindings, args, instance.params)) continue;
    found.push(overload);
    const type = checker.resolve(instance.result);
    if (result === undefined) result = type;
    else if (!isDyn(result) && !isExactType(type, result)) result = dynType;
  }
  if (result === undefined) {
    const given = args.map((one) => nameType(substitute(checker.bindings, one, true)));
    checker.flaw(call.at, `'${name}' does not take (${given.join(', ')})`);
    return errorType;
  }
  checker.resolutions.set(call, { name, qualified, overloads: found });
  return result;
}

function logical(checker: Checker, call: Call, args: readonly CelType[]): CelType {
  const wrong = args.filter((one) => !checker.isAssignable(one, boolType));
  for (const one of wrong) checker.flaw(call.at, `expects a bool but found ${nameType(checker.resolve(one))}`);
  return wrong.length > 0 ? errorType : boolType;
}

/** Type parameters belong to one call. */
function instantiate(checker: Checker, overload: Overload): { params: readonly CelType[]; result: CelType } {
  const own: Bindings = new Map();
  const { params, result } = overload;
  for (const type of [...params, result]) collect(checker, type, own);
  if (own.size === 0) return { params, result };
  return { params: params.map((one) => substitute(own, one, false)), result: substitute(own, result, false) };
}

function collect(checker: Checker, type: CelType, own: Bindings): void {
  if (type.kind === 'param' && !own.has(type.name)) own.set(type.name, checker.fresh());
  for (const param of type.params) collect(checker, param, own);
}
