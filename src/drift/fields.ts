import { createHash } from 'node:crypto';
import type { JsonValue } from '../kernel/index.ts';
import type { YamlValue } from '../yaml/index.ts';
import type { DriftField } from './drift.ts';

/** More than a person reads; the file's diff has the rest. */
const maximumFields = 200;

/** The fields in which two values differ, topmost only, sorted by pointer. Lists are compared by position. */
export function differingFields(expected: YamlValue | undefined, actual: YamlValue | undefined): readonly DriftField[] {
  const fields: DriftField[] = [];
  compare(expected, actual, '', fields);
  fields.sort((a, b) => (a.pointer < b.pointer ? -1 : 1));
  return fields.slice(0, maximumFields);
}

function compare(
  expected: YamlValue | undefined,
  actual: YamlValue | undefined,
  pointer: string,
  found: DriftField[],
): void {
  if (Object.is(expected, actual)) return;
  if (isContainer(expected) && isContainer(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    const before = expected as Readonly<Record<string, YamlValue>>;
    const after = actual as Readonly<Record<string, YamlValue>>;
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const step = key.replaceAll('~', '~0').replaceAll('/', '~1');
      compare(ownMember(before, key), ownMember(after, key), `${pointer}/${step}`, found);
    }
    return;
  }
  found.push({
    pointer,
    ...(expected === undefined ? {} : { expected: toJson(expected) }),
    ...(actual === undefined ? {} : { actual: toJson(actual) }),
  });
}

function isContainer(value: YamlValue | undefined): boolean {
  return typeof value === 'object' && value !== null;
}

function ownMember(value: Readonly<Record<string, YamlValue>>, key: string): YamlValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Integers beyond 2^53 become strings: JSON readers would round them. */
function toJson(value: YamlValue): JsonValue {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: YamlValue) => toJson(item));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
}

/** Values of a Secret never leave this process: what shows is that they differ. */
export function maskFields(fields: readonly DriftField[]): readonly DriftField[] {
  return fields.map((field) => {
    if (!/^(?:|\/(?:data|stringData)(?:\/.*)?)$/.test(field.pointer)) return field;
    return {
      pointer: field.pointer,
      ...(field.expected === undefined ? {} : { expected: mask(field.expected) }),
      ...(field.actual === undefined ? {} : { actual: mask(field.actual) }),
    };
  });
}

function mask(value: JsonValue): JsonValue {
  const digest = createHash('sha256').update(JSON.stringify(value)).digest('hex');
  return { masked: `sha256:${digest.slice(0, 8)}` };
}
