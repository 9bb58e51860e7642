import { declined, nextLine } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { fastLiteral } from './fast-literal.ts';
import { fastDoubleQuoted, fastSingleQuoted } from './fast-quoted.ts';
import { resolvePlain } from './plain.ts';
import type { YamlValue } from './value.ts';

/** Reads the scalar at the cursor and goes to the line behind it. `indent` is that of the mapping or list around it. */
export function fastScalar(cursor: Cursor, indent: number): YamlValue {
  const { text, at, end } = cursor;
  switch (text.charCodeAt(at)) {
    case 34: // "
      return fastDoubleQuoted(cursor, indent);
    case 39: // '
      return fastSingleQuoted(cursor, indent);
    case 123: // {
    case 91: // [
      return empty(cursor, indent);
    case 124: // |
      return fastLiteral(cursor, indent);
    case 45: // -
    case 63: // ?
    case 58: // :
      if (at + 1 === end || text.charCodeAt(at + 1) === 32) throw declined;
      return plain(cursor, indent);
    case 33: // !
    case 35: // #
    case 37: // %
    case 38: // &
    case 42: // *
    case 44: // ,
    case 62: // >
    case 64: // @
    case 93: // ]
    case 96: // `
    case 125: // }
      throw declined;
    default:
      return plain(cursor, indent);
  }
}

/** An empty value ends on its line: deeper lines behind it would continue it, or be a mistake. */
function ended<Value extends YamlValue>(cursor: Cursor, indent: number, value: Value): Value {
  nextLine(cursor);
  if (cursor.indent > indent) throw declined;
  return value;
}

function empty(cursor: Cursor, indent: number): YamlValue {
  const { text, at, end } = cursor;
  if (end !== at + 2) throw declined;
  if (text.startsWith('{}', at)) return ended(cursor, indent, {});
  if (text.startsWith('[]', at)) return ended(cursor, indent, []);
  throw declined;
}

function plain(cursor: Cursor, indent: number): YamlValue {
  let value = plainLine(cursor);
  nextLine(cursor);
  // Go's writer folds long lines; nothing but a space stands for the break.
  while (cursor.indent > indent) {
    if (cursor.skipped) throw declined;
    value += ` ${plainLine(cursor)}`;
    nextLine(cursor);
  }
  const resolved = resolvePlain(value);
  // No JSON: the full reader says so, with its place.
  if (typeof resolved === 'number' && !Number.isFinite(resolved)) throw declined;
  return resolved;
}

/** The line's text when nothing in it ends a plain scalar or looks as if it might. */
function plainLine({ text, at, end }: Cursor): string {
  for (let index = at; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === 9) throw declined;
    if (code === 58 && (index + 1 === end || text.charCodeAt(index + 1) <= 32)) throw declined;
    if (code === 35 && index > at && text.charCodeAt(index - 1) <= 32) throw declined;
  }
  return text.slice(at, end);
}
