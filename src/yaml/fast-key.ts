import { declined } from './cursor.ts';
import { plainKey } from './plain.ts';

/** The offset of the colon that ends a key; -1 when the line has none. */
export function keyEnd(text: string, at: number, end: number): number {
  const first = text.charCodeAt(at);
  if (first === 34 || first === 39) return quotedKeyEnd(text, at, end, first);
  for (let colon = text.indexOf(':', at); colon >= 0 && colon < end; colon = text.indexOf(':', colon + 1)) {
    if (colon + 1 === end || text.charCodeAt(colon + 1) === 32) return colon;
  }
  return -1;
}

function quotedKeyEnd(text: string, at: number, end: number, quote: number): number {
  let close = at + 1;
  for (; close < end; close++) {
    const code = text.charCodeAt(close);
    if (code === 92 && quote === 34) close++;
    else if (code === quote) {
      if (quote === 39 && text.charCodeAt(close + 1) === 39) close++;
      else break;
    }
  }
  const colon = close + 1;
  if (colon >= end || text.charCodeAt(colon) !== 58) return -1;
  return colon + 1 === end || text.charCodeAt(colon + 1) === 32 ? colon : -1;
}

/** Keys of objects: words, paths, globs. Whatever has a sign of YAML in it goes to the full reader. */
const plain = /^[A-Za-z0-9_./$][-A-Za-z0-9_./$+()~@; ]*$/;
const known = new Map<string, string>();

/** The key between the offsets; keys repeat, so each is judged once. */
export function fastKey(text: string, at: number, colon: number): string {
  const written = text.slice(at, colon);
  const seen = known.get(written);
  if (seen !== undefined) return seen;
  const key = judge(written);
  if (known.size < 8192 && written.length < 128) known.set(written, key);
  return key;
}

function judge(written: string): string {
  if (written.length > 900 || written.includes('\t')) throw declined;
  let key: string | undefined;
  if (written.startsWith('"')) {
    if (written.includes('\\')) throw declined;
    key = written.slice(1, -1);
  } else if (written.startsWith("'")) key = written.slice(1, -1).replaceAll("''", "'");
  else if (plain.test(written) && !written.endsWith(' ')) key = plainKey(written);
  // An assignment to __proto__ would not make a member.
  if (key === undefined || key === '__proto__') throw declined;
  return key;
}
