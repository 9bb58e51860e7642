import type { CelOptions, CelResult, CelValue } from '#src/cel/index.ts';
import { authorizerType, compileCel, dynType, toPlainValue } from '#src/cel/index.ts';

export const variables = { object: dynType, request: dynType, authorizer: authorizerType };

/** What an expression says in a policy, where `object` is data. */
export function evaluate(
  source: string,
  object: unknown = {},
  options: Partial<CelOptions> = {},
): CelResult | { outcome: 'invalid' } {
  const compiled = compileCel(source, { minor: 36, use: 'admission', variables, ...options });
  if (compiled.outcome !== 'compiled') return { outcome: 'invalid' };
  return compiled.program.evaluate({ object: toPlainValue(object) });
}

/** Its value, or how it failed. */
export function valueOf(source: string, object: unknown = {}, options: Partial<CelOptions> = {}): CelValue {
  const result = evaluate(source, object, options);
  return result.outcome === 'value' ? result.value : result.outcome;
}

/** Is the expression taken, by a server of that minor version? */
export function isTaken(source: string, minor: number, options: Partial<CelOptions> = {}): boolean {
  return compileCel(source, { minor, use: 'admission', variables, ...options }).outcome === 'compiled';
}
