/** What stops an evaluation or a parse: thrown inside this folder only, and caught at its face. */
export interface CelFailure extends Error {
  readonly celFailure: 'error' | 'unsupported' | 'budget' | 'syntax';
  readonly at: number;
}

export function failure(kind: CelFailure['celFailure'], message: string, at = 0): CelFailure {
  return Object.assign(new Error(message), { celFailure: kind, at });
}

export function isFailure(thrown: unknown): thrown is CelFailure {
  return thrown instanceof Error && 'celFailure' in thrown;
}

/** An evaluation's error, which `||`, `&&` and the like may absorb. */
export function evaluationError(message: string): CelFailure {
  return failure('error', message);
}

export function noSuchOverload(): CelFailure {
  return evaluationError('no such overload');
}
