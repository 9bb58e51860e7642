import { failure } from './failure.ts';
import { bind, expandOptional } from './macros-optional.ts';
import { expandTwoVariables } from './macros-two-variables.ts';
import type { Comprehension, Expression } from './syntax.ts';
import { call, constant, identifier } from './syntax.ts';

/** Which macros beside those of every version are there. */
export interface MacroSet {
  readonly optionals: boolean;
  readonly twoVariables: boolean;
  readonly existsOne: boolean;
  readonly bind: boolean;
  readonly sortBy: boolean;
}

/** No name in a source can be like these. */
export const accumulator = '@result';
/** Name of what `sortBy` sorts, while it sorts. */
export const sortInput = '@sortBy';

/** A call, or what a macro of that name makes of it. */
export function expandMacro(
  macros: MacroSet,
  at: number,
  name: string,
  args: readonly Expression[],
  target?: Expression,
): Expression {
  if (target === undefined) {
    const [argument] = args;
    if (name !== 'has' || args.length !== 1 || argument === undefined) return call(at, name, args);
    if (argument.kind === 'select' && !argument.optional) return { ...argument, at, test: true };
    throw failure('syntax', 'has() takes a field', argument.at);
  }
  return (
    expandLoop(macros, at, name, args, target) ??
    expandOptional(macros, at, name, args, target) ??
    (macros.twoVariables ? expandTwoVariables(at, name, args, target) : undefined) ??
    call(at, name, args, target)
  );
}

export function variableName(argument: Expression | undefined): string {
  if (argument?.kind === 'identifier' && !argument.name.startsWith('.')) return argument.name;
  throw failure('syntax', "the macro's variable must be a simple name", argument?.at ?? 0);
}

function expandLoop(
  macros: MacroSet,
  at: number,
  name: string,
  args: readonly Expression[],
  range: Expression,
): Expression | undefined {
  const [variable, first, second] = args;
  if (first === undefined || args.length > 3) return undefined;
  if (args.length === 3) {
    if (name !== 'map' || second === undefined) return undefined;
    return gather(at, range, variableName(variable), second, first);
  }
  if (name === 'map') return gather(at, range, variableName(variable), first);
  if (name === 'filter')
    return gather(at, range, variableName(variable), identifier(at, variableName(variable)), first);
  if (name === 'sortBy' && macros.sortBy) return sortBy(at, range, variable, first);
  const quantifier = quantify(at, name, macros, first);
  return quantifier === undefined ? undefined : { ...quantifier, range, variable: variableName(variable) };
}

type Quantifier = Omit<Comprehension, 'range' | 'variable'>;

export function quantify(
  at: number,
  name: string,
  macros: Pick<MacroSet, 'existsOne'>,
  test: Expression,
): Quantifier | undefined {
  const result = identifier(at, accumulator);
  const base = { kind: 'comprehension', at, accumulator } as const;
  if (name === 'all') {
    const condition = call(at, '@not_strictly_false', [result]);
    return { ...base, start: constant(at, true), condition, step: call(at, '_&&_', [result, test]), result };
  }
  if (name === 'exists') {
    const condition = call(at, '@not_strictly_false', [call(at, '!_', [result])]);
    return { ...base, start: constant(at, false), condition, step: call(at, '_||_', [result, test]), result };
  }
  if (name !== 'exists_one' && !(name === 'existsOne' && macros.existsOne)) return undefined;
  return {
    ...base,
    start: constant(at, 0n),
    condition: constant(at, true),
    step: call(at, '_?_:_', [test, call(at, '_+_', [result, constant(at, 1n)]), result]),
    result: call(at, '_==_', [result, constant(at, 1n)]),
  };
}

function gather(at: number, range: Expression, variable: string, value: Expression, test?: Expression): Comprehension {
  const result = identifier(at, accumulator);
  const added = call(at, '_+_', [result, { kind: 'list', at, elements: [value], optional: new Set() }]);
  return {
    kind: 'comprehension',
    at,
    range,
    variable,
    accumulator,
    start: emptyList(at),
    condition: constant(at, true),
    step: test === undefined ? added : call(at, '_?_:_', [test, added, result]),
    result,
  };
}

function sortBy(at: number, range: Expression, variable: Expression | undefined, key: Expression): Expression {
  if (range.kind === 'constant' || range.kind === 'map' || range.kind === 'struct') {
    throw failure('syntax', 'sortBy() takes a list', range.at);
  }
  const input = identifier(at, sortInput);
  const keys = gather(at, input, variableName(variable), key);
  return bind(at, sortInput, range, call(at, '@sortByAssociatedKeys', [keys], input));
}

export function emptyList(at: number): Expression {
  return { kind: 'list', at, elements: [], optional: new Set() };
}
