import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { JsonObject, JsonValue } from '#src/kernel/index.ts';
import { isList, isObject } from '../sites.ts';

interface Values {
  readonly names: readonly string[];
  readonly ports: readonly JsonValue[];
  readonly numbers: readonly number[];
  readonly paths: readonly string[];
  readonly quantities: readonly JsonValue[];
  readonly schedules: readonly string[];
  readonly expressions: readonly string[];
  readonly addresses: readonly string[];
  readonly encodings: readonly string[];
  readonly labelKeys: readonly string[];
  readonly labelValues: readonly JsonValue[];
  readonly metadata: readonly JsonObject[];
}

/** `values.yaml`, where `{a: 64}` stands for 64 letters. */
export const values = lengthened(
  parse(readFileSync(new URL('values.yaml', import.meta.url), 'utf8')) as JsonObject,
) as unknown as Values;

function lengthened(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(lengthened);
  if (!isObject(value)) return value;
  const { a: length, then = '' } = value;
  if (typeof length === 'number') return `${'a'.repeat(length)}${typeof then === 'string' ? then : ''}`;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, lengthened(item)]));
}
