import type { MacroSet } from './macros.ts';
import { emptyList, variableName } from './macros.ts';
import type { Comprehension, Expression } from './syntax.ts';
import { call, constant, identifier } from './syntax.ts';

const unused = '#unused';

/** A loop over nothing, whose accumulator is the variable. */
export function bind(at: number, name: string, value: Expression, result: Expression): Comprehension {
  return {
    kind: 'comprehension',
    at,
    range: emptyList(at),
    variable: unused,
    accumulator: name,
    start: value,
    condition: constant(at, false),
    step: identifier(at, name),
    result,
  };
}

/** `cel.bind`, `optMap` and `optFlatMap`. */
export function expandOptional(
  macros: MacroSet,
  at: number,
  name: string,
  args: readonly Expression[],
  target: Expression,
): Expression | undefined {
  const [variable, first, second] = args;
  if (name === 'bind' && macros.bind && args.length === 3 && target.kind === 'identifier' && target.name === 'cel') {
    return first === undefined || second === undefined ? undefined : bind(at, variableName(variable), first, second);
  }
  if (!macros.optionals || first === undefined || args.length !== 2) return undefined;
  if (name !== 'optMap' && name !== 'optFlatMap') return undefined;
  const inner = bind(at, variableName(variable), call(at, 'value', [], target), first);
  const yes = name === 'optMap' ? call(at, 'optional.of', [inner]) : inner;
  return call(at, '_?_:_', [call(at, 'hasValue', [], target), yes, call(at, 'optional.none', [])]);
}
