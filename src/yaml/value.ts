import type { Location, UserError } from '../kernel/index.ts';

/**
 * What YAML holds once Kubernetes has read it: JSON, with integers outside ±(2^53 - 1) as exact bigints.
 * Aliases share their target, so a value that was read is not to be changed in place.
 */
export type YamlValue = string | number | bigint | boolean | null | YamlMapping | readonly YamlValue[];

export interface YamlMapping {
  readonly [key: string]: YamlValue;
}

export interface YamlSource {
  /** For locations: repo-relative with `/`, or the path as the user gave it. */
  readonly file: string;
}

/** Where a pointer stands. */
export interface YamlPosition {
  /** The pointer that was found: the one asked for, or its nearest parent that exists. */
  readonly pointer: string;
  /** Only for members of a mapping. */
  readonly key?: Location;
  /** Of the value; of an absent value (`key:`) the place where it would stand. */
  readonly value: Location;
}

export interface YamlDocument {
  /** Position in the file, from 0; empty documents count, though they are left out. */
  readonly index: number;
  readonly value: YamlValue;
  /** Keys that stand twice, with their places; the value holds the last of each. Empty for a document of `readYaml`. */
  readonly duplicateKeys: readonly UserError[];
  /** Finds an RFC 6901 pointer; follows aliases and merges to where the value is written. */
  locate(pointer: string): YamlPosition;
}

/** Deeper nesting than this is refused, in and out: no object is that deep, and recursion has to end. */
export const maximumDepth = 500;

/** Sets a member, whatever its name: plain assignment of `__proto__` would change the prototype instead. */
export function setMember(target: Record<string, YamlValue>, key: string, value: YamlValue): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else target[key] = value;
}

/** One step of an RFC 6901 pointer. */
export function pointerStep(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
