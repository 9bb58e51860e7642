/** `Symbol.for`, so that a value is recognised even where two copies of this file meet. */
const brand = Symbol.for('keelson.defined');

export type DefinedKind =
  | 'environment'
  | 'cluster'
  | 'component'
  | 'baseline'
  | 'app-kind'
  | 'tenant'
  | 'app'
  | PolicyKind;

/** What `platform/policy/` declares. */
export type PolicyKind = 'rule' | 'admission-rule' | 'waiver' | 'outside' | 'policy';

/** What a `define*` call returns: the value as the author wrote it, not checked yet. Export it. */
export interface Defined<Kind extends DefinedKind = DefinedKind, Value = unknown> {
  readonly kind: Kind;
  readonly value: Value;
  /** The innermost stack frame of the author's, raw. */
  readonly frame: string;
}

const definitions: Defined[] = [];

/** The frame of whoever called `below`. Raw, because mapping it to a TypeScript line costs more than most runs need. */
function callerOf(below: (...parameters: never[]) => unknown): string {
  const holder: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(holder, below);
  const stack = holder.stack ?? '';
  Error.stackTraceLimit = limit;
  return stack.slice(stack.indexOf('\n') + 1).trim();
}

export function record<Kind extends DefinedKind, Value>(
  kind: Kind,
  value: Value,
  below: (...parameters: never[]) => unknown,
): Defined<Kind, Value> {
  const defined: Defined<Kind, Value> = Object.freeze({ kind, value, frame: callerOf(below), [brand]: true });
  definitions.push(defined);
  return defined;
}

export function isDefined(value: unknown): value is Defined {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, brand);
}

/** Every definition since the last call, exported or not: how `load` notices one that nobody exports. */
export function drainDefinitions(): readonly Defined[] {
  return definitions.splice(0);
}
