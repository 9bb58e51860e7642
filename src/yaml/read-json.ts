import { maximumDepth } from './value.ts';
import type { YamlValue } from './value.ts';

/** More digits than every whole number of this length can be held exactly with. */
const mostDigits = 15;

/**
 * The value of a JSON text, as `readYaml` gives it, by the engine's own parser. Undefined for what that parser would change in
 * silence (a key that stands twice, a number with more digits than it keeps, or with an exponent, which may be more than it holds) and for what is no JSON: the full reader's.
 */
export function readJsonFast(text: string): YamlValue | undefined {
  if (!/^\s*[{[]/.test(text) || !isPlain(text)) return undefined;
  try {
    return JSON.parse(text) as YamlValue;
  } catch {
    return undefined;
  }
}

/** One pass over the text: no key twice, no long number, no exponent, no great depth. Broken JSON may pass: the parser refuses it. */
function isPlain(text: string): boolean {
  /** Of each open bracket: the keys of a mapping, or undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // 101 and 69 are `e` and `E`; behind a digit, outside of a string, they begin an exponent.
    if (digits > 0 && (code === 101 || code === 69)) return false;
    digits = code >= 48 && code <= 57 ? digits + 1 : 0;
    if (digits > mostDigits) return false;
    if (code === 34) {
      const end = stringEnd(text, at);
      if (end < 0) return false;
      const keys = open.at(-1);
      if (keys !== undefined && isKey(text, end)) {
        const key = text.slice(at + 1, end);
        // An escape can write a key in two ways.
        if (key.includes('\\') || key === '__proto__' || keys.has(key)) return false;
        keys.add(key);
      }
      at = end;
    } else if (code === 123) open.push(new Set());
    else if (code === 91) open.push(undefined);
    else if (code === 125 || code === 93) open.pop();
    if (open.length > maximumDepth - 10) return false;
  }
  return true;
}

/** Index of the closing quote; -1 without one. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) return at;
    if (code === 92) at += 1;
  }
  return -1;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return text.charCodeAt(at) === 58;
}
