import type { Checked } from './checker.ts';
import type { CelEnvironment } from './environment.ts';
import type { Expression } from './syntax.ts';

export function estimateCost(_root: Expression, _checked: Checked, _environment: CelEnvironment): number {
  return 0;
}
