import type { JsonObject } from '../kernel/index.ts';
import { childPointer, type Problem } from './problem.ts';

export interface Plain {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    const name: unknown = value.constructor?.name;
    return typeof name === 'string' && name !== '' ? `a ${name}` : 'an object of a class';
  }
  return typeof value === 'number' ? String(value) : `a ${typeof value}`;
}

/**
 * A copy of what an author wrote, keys without a value left out, so that later changes to the original do nothing.
 * With `code`, functions at the top and the value of `schema` stay as they are: a component is data and code, a tenant is data.
 */
export function toPlain(root: unknown, code = false): Plain {
  const problems: Problem[] = [];
  const parents = new Set<object>();

  function refuse(pointer: string, value: unknown): undefined {
    problems.push({
      code: 'not-plain-data',
      pointer,
      message: `\`${pointer.slice(1).replaceAll('/', '.')}\` is ${describe(value)}`,
      hint: 'A declaration is plain data here: strings, finite numbers, booleans, null, lists and objects.',
    });
    return undefined;
  }

  function copy(value: unknown, pointer: string): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : refuse(pointer, value);
    if (typeof value !== 'object') return refuse(pointer, value);
    if (parents.has(value)) return refuse(pointer, value);
    parents.add(value);
    let result: unknown;
    if (Array.isArray(value)) {
      result = value.map((item: unknown, index) => copy(item, childPointer(pointer, index)));
    } else if (isPlainObject(value)) {
      const object: Record<string, unknown> = {};
      for (const [key, item] of Object.entries(value)) {
        if (item === undefined) continue;
        const asIs = code && parents.size === 1 && (typeof item === 'function' || key === 'schema');
        const copied = asIs ? item : copy(item, childPointer(pointer, key));
        Object.defineProperty(object, key, { value: copied, enumerable: true, writable: true, configurable: true });
      }
      result = object;
    } else {
      result = refuse(pointer, value);
    }
    parents.delete(value);
    return result;
  }

  return { value: root === undefined ? undefined : copy(root, ''), problems };
}
