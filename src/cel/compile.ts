import type { CelEnvironment } from './environment.ts';
import { environmentOf } from './environment.ts';
import { check } from './checker.ts';
import { estimateCost } from './estimate.ts';
import { isFailure } from './failure.ts';
import { checkLiterals } from './literal-checks.ts';
import type { CelBindings, CelOptions, CelProblem, CelProgram, CelResult, CompiledCel } from './outcome.ts';
import { perCallLimit } from './outcome.ts';
import { parse } from './parser.ts';
import type { Frame, Step } from './plan.ts';
import { planExpression } from './plan.ts';
import type { Flaw } from './syntax.ts';

/** Newest minor version whose libraries are known here. */
const newestMinor = 37;

/** Parses and checks an expression as an API server does when it is written. Never throws. */
export function compileCel(source: string, options: CelOptions): CompiledCel {
  if (options.minor > newestMinor)
    return { outcome: 'unsupported', reason: `the libraries of Kubernetes 1.${options.minor}` };
  return compileIn(source, environmentOf(options));
}

export function compileIn(source: string, environment: CelEnvironment): CompiledCel {
  try {
    const root = parse(source, environment);
    const checked = check(root, environment);
    const flaws = checked.flaws.length > 0 ? checked.flaws : checkLiterals(root, checked, environment);
    if (flaws.length > 0) return { outcome: 'invalid', problems: flaws.map((flaw) => placed(source, flaw)) };
    const isType = (name: string): boolean =>
      environment.variable(name) === undefined && environment.typeNamed(name) !== undefined;
    const { step, variables } = planExpression(root, checked, isType);
    const program: CelProgram = {
      source,
      variables,
      estimatedCost: () => estimateCost(root, checked, environment),
      evaluate: (bindings, limit = perCallLimit) => run(step, bindings, limit),
    };
    return { outcome: 'compiled', program, type: checked.type };
  } catch (error) {
    if (!isFailure(error)) return { outcome: 'unsupported', reason: describe(error) };
    if (error.celFailure === 'unsupported') return { outcome: 'unsupported', reason: error.message };
    return { outcome: 'invalid', problems: [placed(source, { at: error.at, message: error.message })] };
  }
}

function run(step: Step, bindings: CelBindings, limit: number): CelResult {
  const frame: Frame = { bindings, read: new Map(), locals: [], cost: 0, limit };
  try {
    return { outcome: 'value', value: step(frame), cost: frame.cost };
  } catch (error) {
    if (isFailure(error) && error.celFailure !== 'unsupported') {
      return { outcome: 'error', message: error.message, cost: frame.cost };
    }
    return { outcome: 'unsupported', reason: describe(error) };
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function placed(source: string, flaw: Flaw): CelProblem {
  const before = source.slice(0, flaw.at).split('\n');
  return { message: flaw.message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
