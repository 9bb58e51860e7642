import type { CelType } from './type.ts';
import type { CelValue } from './value.ts';

/** Which of Kubernetes' environments: libraries and settings differ a little. */
export type CelUse = 'crd' | 'admission' | 'mutation' | 'dra';

export interface CelOptions {
  /** Minor version of the API server: 34 for Kubernetes 1.34. */
  readonly minor: number;
  readonly use: CelUse;
  /**
   * `new` (what a write brings): the libraries that the minor version before had, too. `stored`: all of this version, as
   * the server evaluates rules that it holds already. Left out: `new`.
   */
  readonly expressions?: 'new' | 'stored';
  /** Names with their types; a name may have dots. */
  readonly variables: Readonly<Record<string, CelType>>;
}

export interface CelProblem {
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

export type CompiledCel =
  | { readonly outcome: 'compiled'; readonly program: CelProgram; readonly type: CelType }
  /** The server refuses the expression. */
  | { readonly outcome: 'invalid'; readonly problems: readonly CelProblem[] }
  /** Not known here what the server says. */
  | { readonly outcome: 'unsupported'; readonly reason: string };

export interface CelProgram {
  readonly source: string;
  /** The declared variables that the expression reads. */
  readonly variables: ReadonlySet<string>;
  /** Most that one evaluation may cost, by the sizes that the variables' types declare. `Infinity` when nothing bounds it. */
  readonly estimatedCost: () => number;
  /** Never throws. */
  readonly evaluate: (bindings: CelBindings, limit?: number) => CelResult;
}

/** Every declared variable that the expression reads needs a value. A function is called once at most, when it is read. */
export type CelBindings = Readonly<Record<string, CelValue | (() => CelValue)>>;

export type CelResult =
  | { readonly outcome: 'value'; readonly value: CelValue; readonly cost: number }
  | { readonly outcome: 'error'; readonly message: string; readonly cost: number }
  | { readonly outcome: 'unsupported'; readonly reason: string };

/** What the server lets one evaluation cost. */
export const perCallLimit = 1_000_000;
