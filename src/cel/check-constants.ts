import type { Checked } from './checker.ts';
import { isFailure } from './failure.ts';
import { childrenOf } from './literal-checks.ts';
import type { Expression, Flaw } from './syntax.ts';
import { isOfType } from './value-kind.ts';
import type { CelValue } from './value.ts';

const conversions = new Set('bool bytes double duration dyn int string timestamp type uint'.split(' '));

/** The server converts constants when it compiles: `int('a')` is refused then. */
export function constantFlaws(root: Expression, checked: Checked): readonly Flaw[] {
  const flaws: Flaw[] = [];
  visit(root);
  return flaws;

  /** The value when the expression is a constant. */
  function visit(expression: Expression): CelValue | undefined {
    if (expression.kind === 'constant') return expression.value;
    const values = childrenOf(expression).map((child) => visit(child));
    const [value] = values;
    if (expression.kind !== 'call' || expression.target !== undefined || values.length !== 1) return undefined;
    if (value === undefined || !conversions.has(expression.name)) return undefined;
    const { overloads = [] } = checked.resolutions.get(expression) ?? {};
    const chosen = overloads.find(({ params: [param] }) => param !== undefined && isOfType(param, value));
    try {
      return chosen?.evaluate(value);
    } catch (error) {
      if (isFailure(error)) flaws.push({ at: expression.at, message: error.message });
      return undefined;
    }
  }
}
