import { compileRe2 } from '../formats/index.ts';
import type { CelEnvironment } from './environment.ts';
import type { Checked } from './checker.ts';
import { parseDuration, parseTimestamp } from './time-text.ts';
import type { Expression, Flaw } from './syntax.ts';

/** Which argument of a function is a pattern. */
const patternArguments: Readonly<Record<string, number>> = { matches: 1, find: 1, findAll: 1 };

/** Constants that can never work: patterns, durations and timestamps in the source itself. */
export function checkLiterals(root: Expression, checked: Checked, environment: CelEnvironment): readonly Flaw[] {
  const flaws: Flaw[] = [];
  for (const expression of walk(root)) {
    if (expression.kind !== 'call') continue;
    const resolution = checked.resolutions.get(expression);
    const args =
      expression.target === undefined || resolution?.qualified === true
        ? expression.args
        : [expression.target, ...expression.args];
    const pattern = args[patternArguments[expression.name] ?? -1];
    if (pattern?.kind === 'constant' && typeof pattern.value === 'string') {
      const { problem } = compileRe2(pattern.value);
      if (problem !== undefined) flaws.push({ at: pattern.at, message: problem });
    }
    if (!environment.checksLiterals || expression.target !== undefined) continue;
    const [only] = expression.args;
    if (only?.kind !== 'constant' || typeof only.value !== 'string') continue;
    if (expression.name === 'duration' && parseDuration(only.value) === undefined) {
      flaws.push({ at: only.at, message: `'${only.value}' is no duration` });
    }
    if (expression.name === 'timestamp' && parseTimestamp(only.value) === undefined) {
      flaws.push({ at: only.at, message: `'${only.value}' is no timestamp` });
    }
  }
  return flaws;
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

function* walk(root: Expression): Generator<Expression> {
  const open = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    open.push(...childrenOf(next));
  }
}
