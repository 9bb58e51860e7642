import { formatField, pointerTo } from './field-path.ts';
import type { FieldPath } from './field-path.ts';
import type { FieldError, FieldErrorType } from '../kernel/index.ts';

export type { FieldError, FieldErrorType } from '../kernel/index.ts';

/** One object's way through the hand-written validation of an API server. Errors are collected, nothing throws. */
export interface Check {
  /** Minor version of the API server: 34 for Kubernetes 1.34. */
  readonly minor: number;
  readonly errors: FieldError[];
  /** The object as it was, when a change is judged: the server spares some of what stood there before. */
  readonly old?: unknown;
}

export function required(check: Check, at: FieldPath | undefined, detail = 'must be set'): void {
  add(check, 'required', at, detail);
}

export function invalid(check: Check, at: FieldPath | undefined, value: unknown, detail: string): void {
  add(check, 'invalid', at, detail, value);
}

export function duplicate(check: Check, at: FieldPath | undefined, value: unknown): void {
  add(check, 'duplicate', at, 'stands here twice', value);
}

export function forbidden(check: Check, at: FieldPath | undefined, detail: string): void {
  add(check, 'forbidden', at, detail);
}

export function notFound(check: Check, at: FieldPath | undefined, value: unknown): void {
  add(check, 'not-found', at, 'is not declared in this object', value);
}

export function notSupported(check: Check, at: FieldPath | undefined, value: unknown, allowed: Iterable<string>): void {
  const values = [...allowed];
  check.errors.push({
    type: 'not-supported',
    field: formatField(at),
    pointer: pointerTo(at),
    value,
    detail: `must be one of ${values.map((one) => JSON.stringify(one)).join(', ')}`,
    allowed: values,
  });
}

/** `maximum` in bytes. */
export function tooLong(check: Check, at: FieldPath | undefined, maximum: number): void {
  add(check, 'too-long', at, `may not be longer than ${maximum} bytes`);
}

export function tooMany(check: Check, at: FieldPath | undefined, actual: number, maximum: number): void {
  add(check, 'too-many', at, `may have at most ${maximum} items, has ${actual}`);
}

export function typeInvalid(check: Check, at: FieldPath | undefined, value: unknown, detail: string): void {
  add(check, 'type-invalid', at, detail, value);
}

function add(check: Check, type: FieldErrorType, at: FieldPath | undefined, detail: string, value?: unknown): void {
  const place = { type, field: formatField(at), pointer: pointerTo(at), detail };
  check.errors.push(value === undefined ? place : { ...place, value });
}
