/**
 * A small reader of object and list literals in TypeScript, just enough to find where a key stands. It knows strings, templates,
 * comments, brackets and regular expressions. Where it is not sure it stops, and the caller falls back to a place further out.
 */
export interface Member {
  readonly key: string;
  /** Offsets into the text. */
  readonly keyStart: number;
  readonly valueStart: number;
}

const identifier = /[A-Za-z_$][\w$]*|\d+/y;

/** The next offset that is neither white space nor comment. */
export function skipTrivia(text: string, from: number): number {
  let at = from;
  for (;;) {
    if (text.startsWith('//', at)) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      at = end < 0 ? text.length : end + 2;
    } else if (/\s/.test(text.charAt(at))) at += 1;
    else return at;
  }
}

/** Behind a quoted string, template or regular expression that begins at `from`. */
function skipQuoted(text: string, from: number): number {
  const quote = text.charAt(from);
  let inClass = false;
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (quote === '/' && char === '[') inClass = true;
    else if (quote === '/' && char === ']') inClass = false;
    else if (quote === '`' && text.startsWith('${', at)) at = skipUntilClosed(text, at + 2);
    else if (char === quote && !inClass) return at + 1;
  }
  return text.length;
}

/** The offset of the bracket that closes what is open at `from`. */
function skipUntilClosed(text: string, from: number): number {
  let at = skipTrivia(text, from);
  while (at < text.length && !/[)\]}]/.test(text.charAt(at))) at = skipTrivia(text, skipToken(text, at));
  return at;
}

function startsRegularExpression(text: string, at: number): boolean {
  return (
    text.charAt(at) === '/' && /(?:^|[(,=:[!&|?{};+*%~^<>]|\breturn)\s*$/.test(text.slice(Math.max(0, at - 40), at))
  );
}

function skipToken(text: string, from: number): number {
  const at = skipTrivia(text, from);
  const char = text.charAt(at);
  if (char === '"' || char === "'" || char === '`' || startsRegularExpression(text, at)) return skipQuoted(text, at);
  if (/[([{]/.test(char)) return skipUntilClosed(text, at + 1) + 1;
  return at + 1;
}

/** The offset of the comma or closing bracket behind a value. */
function skipValue(text: string, from: number): number {
  let at = skipTrivia(text, from);
  while (at < text.length && !/[,)\]}]/.test(text.charAt(at))) at = skipTrivia(text, skipToken(text, at));
  return at;
}

function readKey(text: string, at: number): { readonly key: string; readonly end: number } | undefined {
  const char = text.charAt(at);
  if (char === '"' || char === "'") {
    const end = skipQuoted(text, at);
    return { key: text.slice(at + 1, end - 1), end };
  }
  identifier.lastIndex = at;
  const match = identifier.exec(text);
  return match === null ? undefined : { key: match[0], end: at + match[0].length };
}

/** The members of the object or list literal that begins at `open`; nothing when no literal begins there. */
export function membersOf(text: string, open: number): readonly Member[] {
  const kind = text.charAt(open);
  if (kind !== '{' && kind !== '[') return [];
  const members: Member[] = [];
  let at = skipTrivia(text, open + 1);
  for (let index = 0; at < text.length && !/[)\]}]/.test(text.charAt(at)); index += 1) {
    if (kind === '[') members.push({ key: String(index), keyStart: at, valueStart: at });
    else {
      const found = readKey(text, at);
      const colon = found === undefined ? -1 : skipTrivia(text, found.end);
      if (found !== undefined) {
        const valueStart = text.charAt(colon) === ':' ? skipTrivia(text, colon + 1) : at;
        members.push({ key: found.key, keyStart: at, valueStart });
      }
    }
    const end = skipValue(text, at);
    if (text.charAt(end) !== ',') break;
    at = skipTrivia(text, end + 1);
  }
  return members;
}
