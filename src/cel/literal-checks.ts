import { compileRe2 } from '../formats/index.ts';
import { constantFlaws } from './check-constants.ts';
import { formatFlaw } from './check-format.ts';
import type { Checked } from './checker.ts';
import type { CelEnvironment } from './environment.ts';
import type { Call, Expression, Flaw } from './syntax.ts';
import type { CelType } from './type.ts';
import { dynType, isExactType, isOptionalType, nameType } from './type.ts';

/** Functions whose second argument, the target counted in, is a pattern. */
const patternFunctions = new Set(['matches', 'find', 'findAll']);

/** What the server refuses in an expression whose types are right: constants that can never work, lists of several types. */
export function checkLiterals(root: Expression, checked: Checked, environment: CelEnvironment): readonly Flaw[] {
  const flaws: Flaw[] = [];
  visit(root, false);
  return [...flaws, ...constantFlaws(root, checked)];

  function visit(expression: Expression, inFormat: boolean): void {
    const mixed = inFormat || environment.literals !== 'one-type-late' ? undefined : mixedFlaw(expression, checked);
    if (mixed !== undefined) flaws.push(mixed);
    if (expression.kind === 'call') {
      const wrong = patternFlaw(expression) ?? formatFlaw(expression, checked);
      if (wrong !== undefined) flaws.push(wrong);
    }
    const formats = inFormat || (expression.kind === 'call' && expression.name === 'format');
    for (const child of childrenOf(expression)) visit(child, formats);
  }
}

function patternFlaw(call: Call): Flaw | undefined {
  if (!patternFunctions.has(call.name)) return undefined;
  const [, pattern] = call.target === undefined ? call.args : [call.target, ...call.args];
  if (pattern?.kind !== 'constant' || typeof pattern.value !== 'string') return undefined;
  const { problem } = compileRe2(pattern.value);
  return problem === undefined ? undefined : { at: pattern.at, message: problem };
}

function mixedFlaw(expression: Expression, checked: Checked): Flaw | undefined {
  if (expression.kind === 'list') {
    const { elements, optional } = expression;
    return differing(
      elements.map((element, at) => ({ at: element.at, type: heldType(element, optional.has(at), checked) })),
    );
  }
  if (expression.kind !== 'map') return undefined;
  const { entries } = expression;
  return (
    differing(entries.map(({ key }) => ({ at: key.at, type: heldType(key, false, checked) }))) ??
    differing(entries.map(({ value, optional }) => ({ at: value.at, type: heldType(value, optional, checked) })))
  );
}

function heldType(expression: Expression, optional: boolean, checked: Checked): CelType {
  const type = checked.types.get(expression) ?? dynType;
  return optional && isOptionalType(type) ? (type.params[0] ?? dynType) : type;
}

function differing(parts: readonly { readonly at: number; readonly type: CelType }[]): Flaw | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const other = parts.find(({ type }) => !isExactType(type, first.type));
  if (other === undefined) return undefined;
  return { at: other.at, message: `expects ${nameType(first.type)} but found ${nameType(other.type)}` };
}

export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'identifier':
      return [];
    case 'select':
      return [expression.operand];
    case 'call':
      return expression.target === undefined ? expression.args : [expression.target, ...expression.args];
    case 'list':
      return expression.elements;
    case 'map':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'struct':
      return expression.fields.map(({ value }) => value);
    default:
      return [expression.range, expression.start, expression.condition, expression.step, expression.result];
  }
}
