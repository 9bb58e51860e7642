import type { SetObject, World } from '../../analysis/index.ts';
import { memberOf } from '../../analysis/index.ts';
import type { JsonObject } from '../../kernel/index.ts';
import { builtInKind } from '../../schema/index.ts';

export function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const text = memberOf(value, ...keys);
  return typeof text === 'string' ? text : undefined;
}

export function numberAt(value: unknown, ...keys: readonly string[]): number | undefined {
  const number = memberOf(value, ...keys);
  return typeof number === 'number' || typeof number === 'bigint' ? Number(number) : undefined;
}

export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const list = memberOf(value, ...keys);
  return Array.isArray(list) ? list : [];
}

/** Whether the object has the types of its table: rules that read built-in kinds may trust it then. */
export function isTyped({ apiVersion, ref }: SetObject, { minor }: World): boolean {
  return builtInKind(apiVersion, ref.kind, minor) !== undefined;
}

/** Read back from a cluster: the server's defaults and its controllers' changes are in it. */
export function isLive(object: unknown): boolean {
  return textAt(object, 'metadata', 'uid') !== undefined;
}

export function numberOption(options: JsonObject, name: string, usual: number): number {
  const value = options[name];
  return typeof value === 'number' ? value : usual;
}

export function textsOption(options: JsonObject, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];
}

/** A setting that gives names texts. */
export function pairsOption(options: JsonObject, name: string): readonly (readonly [string, string])[] {
  const value = options[name];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : []));
}
