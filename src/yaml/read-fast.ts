import { cursorOn, declined, isDash, isMarker, nextLine } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { fastKey, keyEnd } from './fast-key.ts';
import { fastScalar } from './fast-scalar.ts';
import { forbidden } from './source.ts';
import { maximumDepth } from './value.ts';
import type { YamlValue } from './value.ts';

/**
 * The values that `readYaml` gives, many times faster, for the block style that kubectl, helm, Go tools and `emitYaml` write.
 * Undefined for everything else (flow style, anchors, tags, trailing comments, mistakes...): that is the full reader's.
 */
export function readYamlFast(text: string): readonly YamlValue[] | undefined {
  if (forbidden.test(text) || text.includes('\r')) return undefined;
  try {
    return documents(text);
  } catch (error) {
    if (error === declined) return undefined;
    throw error;
  }
}

function documents(text: string): readonly YamlValue[] {
  const values: YamlValue[] = [];
  const cursor = cursorOn(text);
  for (;;) {
    nextLine(cursor);
    if (cursor.indent >= 0) {
      values.push(block(cursor, 0));
      // Whatever is left belongs to no mapping or list.
      if (cursor.indent >= 0) throw declined;
    }
    if (cursor.next >= text.length) return values;
    // A marker with anything behind it, and the end marker, are rare.
    const end = text.indexOf('\n', cursor.next);
    if (!isMarker(text, cursor.next) || text.slice(cursor.next, end < 0 ? text.length : end) !== '---') throw declined;
    cursor.next = end < 0 ? text.length : end + 1;
  }
}

function block(cursor: Cursor, depth: number): YamlValue {
  return isDash(cursor) ? list(cursor, depth) : mapping(cursor, depth);
}

function mapping(cursor: Cursor, depth: number): YamlValue {
  // Well below the full reader's limit, so that both agree on what is too deep.
  if (depth > maximumDepth - 10) throw declined;
  const { text, indent } = cursor;
  const members: Record<string, YamlValue> = {};
  while (cursor.indent === indent) {
    const colon = keyEnd(text, cursor.at, cursor.end);
    if (colon < 0) throw declined;
    const key = fastKey(text, cursor.at, colon);
    if (Object.hasOwn(members, key)) throw declined;
    let at = colon + 1;
    while (text.charCodeAt(at) === 32) at++;
    if (at < cursor.end) {
      cursor.at = at;
      members[key] = fastScalar(cursor, indent);
    } else {
      nextLine(cursor);
      if (cursor.indent > indent || (cursor.indent === indent && isDash(cursor)))
        members[key] = block(cursor, depth + 1);
      else members[key] = null;
    }
  }
  if (cursor.indent > indent) throw declined;
  return members;
}

function list(cursor: Cursor, depth: number): YamlValue {
  if (depth > maximumDepth - 10) throw declined;
  const { text, indent } = cursor;
  const items: YamlValue[] = [];
  while (cursor.indent === indent && isDash(cursor)) {
    const dash = cursor.at;
    let at = dash + 1;
    while (text.charCodeAt(at) === 32) at++;
    if (at >= cursor.end) {
      nextLine(cursor);
      items.push(cursor.indent > indent ? block(cursor, depth + 1) : null);
      continue;
    }
    cursor.at = at;
    if (isDash(cursor) || keyEnd(text, at, cursor.end) >= 0) {
      // The item's first line stands behind the dash: its column is its indentation.
      cursor.indent = indent + at - dash;
      items.push(block(cursor, depth + 1));
    } else items.push(fastScalar(cursor, indent));
  }
  if (cursor.indent > indent) throw declined;
  return items;
}
