import type { Amount } from './amount.ts';
import { exactly, unknownAmount } from './amount.ts';
import type { Resolution } from './checker.ts';
import { codePointLength } from './code-points.ts';
import type { Expression } from './syntax.ts';
import type { CelKind, CelType } from './type.ts';
import { isOptionalType } from './type.ts';

/** Sizes of what a list or map holds. */
export interface Held {
  readonly container: 'list' | 'map';
  readonly key: Amount;
  readonly value: Amount;
}

/** The state of one estimate. */
export interface Estimate {
  readonly typeOf: (expression: Expression) => CelType;
  readonly overloadsOf: (expression: Expression) => Resolution | undefined;
  readonly root: (name: string) => CelType | undefined;
  /** Of a selection that is a declared name. */
  readonly nameOf: (expression: Expression) => string | undefined;
  /** Where in the variables' data a value lies: `self`, `list`, `@items`. */
  readonly paths: Map<Expression, readonly string[]>;
  readonly sizes: Map<Expression, Amount>;
  readonly held: Map<Expression, Held>;
  readonly locals: {
    readonly name: string;
    readonly path: readonly string[];
    readonly size: Amount | undefined;
    readonly held: Held | undefined;
  }[];
  readonly cost: (expression: Expression) => Amount;
}

const scalars: ReadonlySet<CelKind> = new Set(['bool', 'double', 'duration', 'int', 'timestamp', 'uint']);

export function pathOf(estimate: Estimate, expression: Expression): readonly string[] {
  const local = localOf(estimate, expression);
  return local === undefined ? (estimate.paths.get(expression) ?? []) : local.path;
}

function localOf(estimate: Estimate, expression: Expression): Estimate['locals'][number] | undefined {
  if (expression.kind !== 'identifier') return undefined;
  return estimate.locals.findLast(({ name }) => name === expression.name);
}

export function heldOf(estimate: Estimate, expression: Expression): Held | undefined {
  return estimate.held.get(expression) ?? localOf(estimate, expression)?.held;
}

export function sizeOrUnknown(estimate: Estimate, expression: Expression): Amount {
  return sizeOf(estimate, expression) ?? unknownAmount;
}

/** What is known of a size: from what was computed, the source, the schema, or the type. */
export function sizeOf(estimate: Estimate, expression: Expression): Amount | undefined {
  const known = estimate.sizes.get(expression) ?? writtenSize(expression);
  if (known !== undefined) return known;
  const declared = declaredSize(estimate, pathOf(estimate, expression));
  if (declared !== undefined) {
    estimate.sizes.set(expression, declared);
    return declared;
  }
  if (isScalar(estimate.typeOf(expression))) return exactly(1);
  return localOf(estimate, expression)?.size;
}

function writtenSize(expression: Expression): Amount | undefined {
  if (expression.kind === 'list') return exactly(expression.elements.length);
  if (expression.kind === 'map') return exactly(expression.entries.length);
  if (expression.kind !== 'constant') return undefined;
  const { value } = expression;
  if (typeof value === 'string') return exactly(codePointLength(value));
  return exactly(value instanceof Uint8Array ? value.length : 1);
}

function isScalar(type: CelType): boolean {
  const [held] = type.params;
  return scalars.has(type.kind) || (isOptionalType(type) && held !== undefined && isScalar(held));
}

/** By the schema, for what lies in the data of a variable. What has no bound of its own counts as nothing there. */
export function declaredSize(estimate: Estimate, path: readonly string[]): Amount | undefined {
  const [root, ...rest] = path;
  let type = root === undefined ? undefined : estimate.root(root);
  for (const part of rest) {
    if (type === undefined) return undefined;
    type = partOf(type, part);
  }
  return type === undefined ? undefined : { min: 0, max: type.maxElements ?? 0 };
}

function partOf(type: CelType, part: string): CelType | undefined {
  const [first, second] = type.params;
  const isContainer = type.kind === 'list' || type.kind === 'map';
  if (part === '@items' || part === '@values') return isContainer ? (second ?? first) : undefined;
  if (part === '@keys') return type.kind === 'map' ? first : undefined;
  if (type.kind === 'map' && second?.kind === 'any') return second;
  return type.fields?.get(part);
}
