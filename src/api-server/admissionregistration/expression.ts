import { compileCel, isExactType, nameType } from '../../cel/index.ts';
import type { CelType, CelUse } from '../../cel/index.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import type { FieldPath } from '../field-path.ts';

export interface ExpressionRules {
  readonly use: CelUse;
  readonly variables: Readonly<Record<string, CelType>>;
  /** Left out: any type. */
  readonly results?: readonly CelType[];
  /** What the object held before: it may use functions that only the running version has. */
  readonly stored: ReadonlySet<string>;
}

/** Compiles an expression as the server does, and returns its type. What is not known here is not refused. */
export function validateExpression(
  check: Check,
  expression: string,
  rules: ExpressionRules,
  at: FieldPath,
): CelType | undefined {
  const { use, variables, results } = rules;
  const expressions = rules.stored.has(expression) ? 'stored' : 'new';
  const compiled = compileCel(expression, { minor: check.minor, use, expressions, variables });
  if (compiled.outcome === 'invalid') {
    const [problem] = compiled.problems;
    const where = problem === undefined ? '' : ` (line ${problem.line}, column ${problem.column}): ${problem.message}`;
    invalid(check, at, expression, `does not compile${where}`);
  }
  if (compiled.outcome !== 'compiled') return undefined;
  const { type } = compiled;
  if (results !== undefined && !results.some((result) => isExactType(type, result))) {
    const wanted = results.map((result) => nameType(result)).join(' or ');
    invalid(check, at, expression, `must yield ${wanted}, yields ${nameType(type)}`);
  }
  return type;
}
