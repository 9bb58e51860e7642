import type { CelValue } from '../cel/index.ts';
import type { Activation } from './activation.ts';
import type { Expression } from './compile.ts';

/** What is left of what the expressions of one decision may cost together. */
export interface Budget {
  left: number;
}

export type Evaluated =
  | { readonly outcome: 'value'; readonly value: CelValue }
  | { readonly outcome: 'error'; readonly message: string }
  /** Nothing more is evaluated. */
  | { readonly outcome: 'spent' }
  | { readonly outcome: 'unknown'; readonly reason: string };

export function evaluate(expression: Expression, { bindings, takeCost }: Activation, budget: Budget): Evaluated {
  if (typeof expression === 'string') return { outcome: 'unknown', reason: expression };
  const result = expression.evaluate(bindings);
  if (result.outcome === 'unsupported') return { outcome: 'unknown', reason: result.reason };
  budget.left -= takeCost() + result.cost;
  if (budget.left < 0) return { outcome: 'spent' };
  if (result.outcome === 'value') return result;
  return { outcome: 'error', message: `expression '${expression.source}' resulted in error: ${result.message}` };
}
