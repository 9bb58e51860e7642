import { checkComprehension } from './check-comprehension.ts';
import { checkCall } from './check-call.ts';
import { checkList, checkMap, checkStruct } from './check-literal.ts';
import { checkSelect } from './check-select.ts';
import type { Overload } from './overload.ts';
import type { Expression, Flaw } from './syntax.ts';
import type { CelType } from './type.ts';
import { boolType, bytesType, doubleType, errorType, intType, nullType, stringType, uintType } from './type.ts';
import type { CelEnvironment } from './environment.ts';
import type { Bindings } from './unify.ts';
import { substitute, unify } from './unify.ts';

/** What the checker found out about a call. */
export interface Resolution {
  /** Full name of the function: `optional.of`. */
  readonly name: string;
  /** Is the target a part of the name, and no argument? */
  readonly qualified: boolean;
  readonly overloads: readonly Overload[];
}

export interface Checked {
  readonly types: ReadonlyMap<Expression, CelType>;
  readonly resolutions: ReadonlyMap<Expression, Resolution>;
  /** Identifiers and selections that are declared variables or types, by full name. */
  readonly names: ReadonlyMap<Expression, string>;
  readonly flaws: readonly Flaw[];
  readonly type: CelType;
}

/** The state of one check. */
export interface Checker {
  readonly environment: CelEnvironment;
  readonly bindings: Bindings;
  readonly types: Map<Expression, CelType>;
  readonly resolutions: Map<Expression, Resolution>;
  readonly names: Map<Expression, string>;
  /** Variables of loops, innermost last. */
  readonly scopes: Map<string, CelType>[];
  readonly check: (expression: Expression) => CelType;
  readonly flaw: (at: number, message: string) => void;
  readonly isAssignable: (wanted: CelType, given: CelType) => boolean;
  readonly resolve: (type: CelType) => CelType;
  readonly fresh: () => CelType;
}

/** Gives every part of an expression its type, as the server's checker does; collects flaws, throws nothing. */
export function check(root: Expression, environment: CelEnvironment): Checked {
  const flaws: Flaw[] = [];
  const bindings: Bindings = new Map();
  let variables = 0;
  const checker: Checker = {
    environment,
    bindings,
    types: new Map(),
    resolutions: new Map(),
    names: new Map(),
    scopes: [],
    check: (expression) => {
      const type = checkOne(checker, expression);
      checker.types.set(expression, type);
      return type;
    },
    flaw: (at, message) => flaws.push({ at, message }),
    isAssignable: (wanted, given) => unify(bindings, [wanted], [given]),
    resolve: (type) => substitute(bindings, type, false),
    fresh: () => {
      variables += 1;
      return { kind: 'param', name: `_${variables}`, params: [] };
    },
  };
  checker.check(root);
  for (const [expression, type] of checker.types) checker.types.set(expression, substitute(bindings, type, true));
  const { types, resolutions, names } = checker;
  return { types, resolutions, names, flaws, type: types.get(root) ?? errorType };
}

function checkOne(checker: Checker, expression: Expression): CelType {
  switch (expression.kind) {
    case 'constant':
      return constantType(expression.value);
    case 'identifier':
      return checkIdentifier(checker, expression);
    case 'select':
      return checkSelect(checker, expression);
    case 'call':
      return checkCall(checker, expression);
    case 'list':
      return checkList(checker, expression);
    case 'map':
      return checkMap(checker, expression);
    case 'struct':
      return checkStruct(checker, expression);
    default:
      return checkComprehension(checker, expression);
  }
}

function constantType(value: unknown): CelType {
  if (typeof value === 'boolean') return boolType;
  if (typeof value === 'bigint') return intType;
  if (typeof value === 'number') return doubleType;
  if (typeof value === 'string') return stringType;
  if (value === null) return nullType;
  return value instanceof Uint8Array ? bytesType : uintType;
}

function checkIdentifier(checker: Checker, expression: Expression & { kind: 'identifier' }): CelType {
  const type = lookUp(checker, expression.name);
  if (type === undefined) {
    checker.flaw(expression.at, `'${expression.name}' is not declared`);
    return errorType;
  }
  return type.type;
}

/** A variable of a loop, a declared variable, or a type. */
export function lookUp(checker: Checker, name: string): { type: CelType; local: boolean } | undefined {
  const plain = name.startsWith('.') ? name.slice(1) : name;
  if (plain === name) {
    for (let depth = checker.scopes.length - 1; depth >= 0; depth -= 1) {
      const local = checker.scopes[depth]?.get(name);
      if (local !== undefined) return { type: local, local: true };
    }
  }
  const declared = checker.environment.variable(plain) ?? checker.environment.typeNamed(plain);
  return declared === undefined ? undefined : { type: declared, local: false };
}
