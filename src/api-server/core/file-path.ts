import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import type { FieldPath } from '../field-path.ts';

/** `a/../b` could leave the folder that it starts from. */
export function validateNoBacksteps(check: Check, path: string, at: FieldPath): void {
  if (path.split('/').includes('..')) invalid(check, at, path, 'may not hold a `..` part');
}

/** Relative, and stays below the folder that it starts from. */
export function validateDescendingPath(check: Check, path: string, at: FieldPath): void {
  if (path.startsWith('/')) invalid(check, at, path, 'must be a relative path');
  validateNoBacksteps(check, path, at);
}

/** A file that the kubelet writes into a volume: names that start with two dots are its own. */
export function validateWrittenPath(check: Check, path: string, at: FieldPath): void {
  validateDescendingPath(check, path, at);
  if (path.startsWith('..') && !path.startsWith('../')) invalid(check, at, path, 'may not start with `..`');
}

/** Permission bits of a file. */
export function validateFileMode(check: Check, mode: number | undefined, at: FieldPath): void {
  if (mode !== undefined && (mode < 0 || mode > 0o777)) invalid(check, at, mode, 'must be from 0 to 0777 (octal), 511');
}
