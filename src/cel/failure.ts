/** What stops an evaluation or a parse: thrown inside this folder only, and caught at its face. */
export interface CelFailure extends Error {
  readonly celFailure: 'error' | 'fatal' | 'unsupported' | 'budget' | 'syntax';
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

/** An evaluation's error that ends it, whatever stands around it. */
export function asFatal(thrown: unknown): unknown {
  return isFailure(thrown) && thrown.celFailure === 'error' ? failure('fatal', thrown.message, thrown.at) : thrown;
}

/** Whether `||`, `&&` and loops that stop early go on after it. */
export function isAbsorbed(thrown: unknown): thrown is CelFailure {
  return isFailure(thrown) && thrown.celFailure !== 'budget' && thrown.celFailure !== 'fatal';
}

export function noSuchOverload(): CelFailure {
  return evaluationError('no such overload');
}

/** What a value that is made when it is read throws where it cannot be made here: the evaluation is unsupported. */
export function unsupportedValue(reason: string): CelFailure {
  return failure('unsupported', reason);
}
