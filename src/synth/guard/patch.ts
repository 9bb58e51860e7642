/**
 * Whom a trap catches. `direct-use`: user code that calls it itself, while the engine and the constructs libraries may.
 * `any-use`: also when a library does so on the user's behalf (`EnvValue.fromProcess`, `new Helm`).
 */
export type TrapFor = 'direct-use' | 'any-use';

/** Throws when user code is behind the call of `below`; returns when it is not. */
export type Trap = (used: string, instead: string, below: (...values: never[]) => unknown, reach: TrapFor) => void;

export interface Patch {
  readonly target: object;
  readonly key: string;
  readonly value: unknown;
}

export type AnyFunction = (this: unknown, ...values: unknown[]) => unknown;

/** Replaces the properties and returns what puts them back. A property that cannot be replaced is left alone. */
export function applyPatches(patches: readonly Patch[]): () => void {
  const undo: (() => void)[] = [];
  for (const { target, key, value } of patches) {
    const before = Object.getOwnPropertyDescriptor(target, key);
    if (before?.configurable === false) continue;
    Object.defineProperty(target, key, {
      value,
      writable: true,
      configurable: true,
      enumerable: before?.enumerable ?? false,
    });
    undo.push(() => {
      if (before === undefined) Reflect.deleteProperty(target, key);
      else Object.defineProperty(target, key, before);
    });
  }
  return () => {
    for (const step of undo.toReversed()) step();
  };
}

/** A function that asks the trap before it does what `real` does; as a constructor too. */
export function trapped(
  real: AnyFunction,
  trap: Trap,
  used: string | ((values: readonly unknown[]) => string | undefined),
  instead: string,
  reach: TrapFor,
): unknown {
  function name(values: readonly unknown[]): string | undefined {
    return typeof used === 'string' ? used : used(values);
  }
  const handler: ProxyHandler<AnyFunction> = {
    apply: function apply(target, self, values: unknown[]) {
      const call = name(values);
      if (call !== undefined) trap(call, instead, apply, reach);
      return Reflect.apply(target, self, values);
    },
    construct: function construct(target, values: unknown[], newTarget) {
      const call = name(values);
      if (call !== undefined) trap(call, instead, construct, reach);
      return Reflect.construct(target, values, newTarget) as object;
    },
  };
  return new Proxy(real, handler);
}

/** An object of which every property access by user code is trapped. */
export function trappedObject<Target extends object>(
  real: Target,
  trap: Trap,
  used: string,
  instead: string,
  reach: TrapFor,
): Target {
  const handler: ProxyHandler<Target> = {
    get: function get(target, key) {
      if (typeof key === 'string') trap(`${used}.${key}`, instead, get, reach);
      const value: unknown = Reflect.get(target, key, target);
      // Methods of host objects want the object itself as `this`, not the proxy.
      return typeof value === 'function' ? (value as AnyFunction).bind(target) : value;
    },
  };
  return new Proxy(real, handler);
}
