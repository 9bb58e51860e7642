import { failure } from './failure.ts';
import { accumulator, quantify, variableName } from './macros.ts';
import type { Expression } from './syntax.ts';
import { call, constant, identifier } from './syntax.ts';

const transforms = new Set(['transformList', 'transformMap', 'transformMapEntry']);

/** Macros over index and element, or key and value. */
export function expandTwoVariables(
  at: number,
  name: string,
  args: readonly Expression[],
  range: Expression,
): Expression | undefined {
  const [firstVariable, secondVariable, first, second] = args;
  if (first === undefined || args.length > 4) return undefined;
  if (args.length === 3) {
    const quantifier = quantify(at, name, { existsOne: true }, first);
    if (quantifier !== undefined) return { ...quantifier, range, ...variables(firstVariable, secondVariable) };
  }
  if (!transforms.has(name)) return undefined;
  const value = second ?? first;
  const test = second === undefined ? undefined : first;
  const result = identifier(at, accumulator);
  const names = variables(firstVariable, secondVariable);
  const added = grow(at, name, result, names.variable, value);
  return {
    kind: 'comprehension',
    at,
    range,
    ...names,
    accumulator,
    start:
      name === 'transformList'
        ? { kind: 'list', at, elements: [], optional: new Set() }
        : { kind: 'map', at, entries: [] },
    condition: constant(at, true),
    step: test === undefined ? added : call(at, '_?_:_', [test, added, result]),
    result,
  };
}

function variables(one: Expression | undefined, other: Expression | undefined): { variable: string; second: string } {
  const names = { variable: variableName(one), second: variableName(other) };
  if (names.variable === names.second) throw failure('syntax', 'the two variables need two names', other?.at ?? 0);
  return names;
}

function grow(at: number, name: string, result: Expression, key: string, value: Expression): Expression {
  if (name === 'transformList') {
    return call(at, '_+_', [result, { kind: 'list', at, elements: [value], optional: new Set() }]);
  }
  if (name === 'transformMapEntry') return call(at, 'cel.@mapInsert', [result, value]);
  return call(at, 'cel.@mapInsert', [result, identifier(at, key), value]);
}
