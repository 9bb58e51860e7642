import type { YamlValue } from './value.ts';
import { maximumDepth } from './value.ts';
import { problemsOf } from './emit-problems.ts';
import { keyText, linesText, oneLine, scalarText, unwritable } from './emit-scalar.ts';

/**
 * Canonical YAML: one value, one text. Block style, two spaces, lists at their key's column as Kubernetes tools write them,
 * lines never folded, LF, final newline. Keys are sorted by UTF-16 code units; only a Kubernetes object (a mapping with
 * string `apiVersion` and `kind`) begins with `apiVersion`, `kind`, `metadata`, and its `metadata` with `name`, `namespace`.
 * Every reader of YAML 1.1, 1.2 and Kubernetes' own gives the same value back.
 *
 * Throws a UserError per value that YAML or Kubernetes cannot hold (undefined, NaN, infinities, functions, instances,
 * cycles, half surrogate pairs, integers above 64 bits), each with its JSON pointer.
 */
export function emitYaml(value: YamlValue): string {
  try {
    return emitDocument(value);
  } catch (error) {
    if (error !== unwritable && !(error instanceof RangeError)) throw error;
    throw problemsOf(value);
  }
}

function emitDocument(value: YamlValue): string {
  if (value !== null && typeof value === 'object') {
    if (isList(value)) return value.length === 0 ? '[]\n' : list(value, '', 1).slice(1) + '\n';
    const keys = keysOf(value);
    if (keys.length === 0) return '{}\n';
    const isObject = typeof value['apiVersion'] === 'string' && typeof value['kind'] === 'string';
    if (!isObject) return members(value, keys, '', 1).slice(1) + '\n';
    const { metadata } = value;
    let text = '';
    for (const key of leading(keys, ['apiVersion', 'kind', 'metadata'])) {
      if (key === 'metadata' && isMapping(metadata)) {
        const inner = leading(keysOf(metadata), ['name', 'namespace']);
        text += inner.length === 0 ? '\nmetadata: {}' : `\nmetadata:${members(metadata, inner, '  ', 2)}`;
      } else text += members(value, [key], '', 1);
    }
    return text.slice(1) + '\n';
  }
  return (typeof value === 'string' ? oneLine(value) : scalarText(value)) + '\n';
}

/** Each member on lines of its own, every line with its break before it. */
function members(
  mapping: { readonly [key: string]: YamlValue },
  keys: readonly string[],
  indent: string,
  depth: number,
): string {
  let text = '';
  for (const key of keys) {
    const head = keyText(key);
    // A longer key must be explicit: readers look no further than 1,024 characters for its colon.
    text += head.length <= 900 ? `\n${indent}${head}:` : `\n${indent}? ${head}\n${indent}:`;
    text += after(mapping[key] as YamlValue, indent, head.length <= 900 ? indent : `${indent}  `, depth);
  }
  return text;
}

function list(items: readonly YamlValue[], indent: string, depth: number): string {
  if (depth > maximumDepth) throw unwritable;
  const inner = `${indent}  `;
  let text = '';
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as YamlValue;
    text += `\n${indent}-`;
    if (item === null || typeof item !== 'object') text += after(item, indent, inner, depth);
    else if (isList(item)) {
      text += item.length === 0 ? ' []' : compact(list(item, inner, depth + 1), inner);
    } else {
      const keys = keysOf(item);
      text += keys.length === 0 ? ' {}' : compact(members(item, keys, inner, depth + 1), inner);
    }
  }
  return text;
}

/** Moves the first line up behind its dash. */
function compact(text: string, indent: string): string {
  return ` ${text.slice(1 + indent.length)}`;
}

/** What follows a colon or a dash: a scalar on the same line, or a block on the next. */
function after(value: YamlValue, indent: string, listIndent: string, depth: number): string {
  if (depth > maximumDepth) throw unwritable;
  if (typeof value === 'string') return ` ${value.includes('\n') ? linesText(value, indent) : oneLine(value)}`;
  if (value === null || typeof value !== 'object') return ` ${scalarText(value)}`;
  if (isList(value)) return value.length === 0 ? ' []' : list(value, listIndent, depth + 1);
  const keys = keysOf(value);
  return keys.length === 0 ? ' {}' : members(value, keys, `${indent}  `, depth + 1);
}

function keysOf(value: object): string[] {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Plain objects only, those of another realm included.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw unwritable;
  return Object.keys(value).toSorted();
}

function leading(keys: readonly string[], first: readonly string[]): readonly string[] {
  return [...first.filter((key) => keys.includes(key)), ...keys.filter((key) => !first.includes(key))];
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isMapping(value: YamlValue | undefined): value is { readonly [key: string]: YamlValue } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
