import { child, formatField, pointerTo } from '../../kernel/index.ts';
import type { FieldErrorType, FieldPath } from '../../kernel/index.ts';
import { nearestNames } from '../nearest.ts';
import type { ObjectType } from '../tables.ts';
import { absent } from './decoding.ts';
import type { Decoding } from './decoding.ts';

export function reportWrong(
  decoding: Decoding,
  at: FieldPath | undefined,
  value: unknown,
  wanted: string,
): typeof absent {
  report(decoding, 'type-invalid', at, `must be ${wanted}`, value);
  return absent;
}

export function reportUnknown(decoding: Decoding, at: FieldPath | undefined, name: string, type: ObjectType): void {
  if (decoding.lenient) return;
  const allowed = nearestNames(name, [...type.keys()]);
  const hint = allowed.length === 0 ? '' : `, did you mean ${allowed.join(' or ')}?`;
  report(
    decoding,
    'unknown-field',
    child(at, name),
    `is not a field that Kubernetes knows here${hint}`,
    undefined,
    allowed,
  );
}

function report(
  decoding: Decoding,
  type: FieldErrorType,
  at: FieldPath | undefined,
  detail: string,
  value?: unknown,
  allowed?: readonly string[],
): void {
  decoding.errors.push({
    type,
    field: formatField(at),
    pointer: pointerTo(at),
    detail,
    ...(value === undefined ? {} : { value }),
    ...(allowed === undefined || allowed.length === 0 ? {} : { allowed }),
  });
}
