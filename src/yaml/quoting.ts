/**
 * When a string may stand unquoted. Generous with quotes: a string is quoted when YAML 1.1 (as written, and as its
 * implementations read it), YAML 1.2 or Go's readers could take it for anything else, even if only one of them would.
 */

/** Words, and an exponent without a number, which the `yaml` package takes for a float in version 1.1. */
const reservedWord = /^(?:y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?\.inf|\.nan|[-+]?e[-+]?[0-9_]+)$/i;
/** Integers, floats, hexadecimal, base 60, dates, times, versions with digits only; Go drops underscores before it looks: `-_0`. */
const numberLike = /^(?:[-+.][-+._]*)?[0-9][-+0-9a-fA-FxXoO_.,: tTzZ]*$|^[-+]?\.[-+0-9_.eE]*$/;
/** Letters, digits, harmless signs, or a dash that no space follows; then anything printable without a trap in it. */
const plainStart = /^(?:[A-Za-z0-9_/.($^+;\\<~\u00a1-\u{10ffff}]|-[^\s-]|--[^\s-])/u;
const trap =
  /: |:$| #| $|[^\x20-\x7e\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const documentMarker = /^(?:---|\.\.\.)/;

const common = /^[A-Za-z][A-Za-z0-9_./-]*$/;

/** A quick yes for most of what there is: names, paths, words. */
export function isCommon(text: string): boolean {
  return common.test(text) && !reservedWord.test(text);
}

/** The string on one line: itself when that is safe, else double-quoted. */
export function stringText(text: string): string {
  return isPlain(text) ? text : doubleQuoted(text);
}

function isPlain(text: string): boolean {
  return (
    plainStart.test(text) &&
    !trap.test(text) &&
    !reservedWord.test(text) &&
    !numberLike.test(text) &&
    !documentMarker.test(text)
  );
}

/** Everything that YAML's versions disagree on, or that no editor shows: C1, NEL, separators, BOM, noncharacters. */
const invisible = /[\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufdd0-\ufdef\ufeff\ufffe\uffff]/g;

/** JSON's form is YAML's too; what is not printable is escaped on top of it. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(invisible, escape);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Half of a surrogate pair: no YAML and no UTF-8 can hold it. */
export const loneSurrogate = /\p{Surrogate}/u;

/**
 * May a string of several lines stand as a literal block? Not with carriage returns or anything unprintable, not with lines of
 * spaces only, and not without visible text: readers differ there.
 */
export function isLiteral(text: string): boolean {
  return !literalTrap.test(text) && /[^\s]/.test(text);
}

const literalTrap =
  /(?:^|\n)[ \t]+(?:\n|$)|[^\n\t\x20-\x7e\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
