import { compileRe2 } from '../../formats/index.ts';

// Run by RE2, because names and atoms may be matched in very many ways.
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x{80}-\\x{10FFFF}-]+";
const quoted = '"(?:[^"\\\\\\x00-\\x1F\\x7F]|\\\\[^\\x00-\\x1F])*"';
const address = `(?:${atom}(?:\\.${atom})*|${quoted})@(?:${atom}(?:\\.${atom})*|\\[[^\\]\\\\\\x00-\\x20]+\\])`;
const word = `(?:${atom}|${quoted})`;
const email = `^[ \\t]*(?:${address}|(?:${word}[ \\t.]*)*<${address}>)[ \\t]*(?:\\([^()]*\\)[ \\t]*)?$`;

/** As Go's `net/mail` reads one address, with or without a name: `Ada <ada@example.com>`. */
export function isEmail(text: string): boolean {
  return compileRe2(email).re2?.test(text) ?? false;
}

/** As Go's `url.ParseRequestURI`: an absolute URI, or an absolute path. */
export function isRequestUri(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  if (text === '' || /[\u0000-\u001F\u007F]/.test(text)) return false;
  if (text === '*') return true;
  const [, scheme] = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text) ?? [];
  if (scheme === undefined && text.startsWith(':')) return false;
  const rest = scheme === undefined ? text : text.slice(scheme.length + 1);
  const path = rest.split('?')[0] ?? '';
  if (!path.startsWith('/')) return scheme !== undefined;
  if (scheme === undefined || !path.startsWith('//')) return hasGoodEscapes(path);
  const end = path.indexOf('/', 2);
  const authority = path.slice(2, end < 0 ? undefined : end);
  return isAuthority(authority) && hasGoodEscapes(end < 0 ? '' : path.slice(end));
}

function hasGoodEscapes(text: string): boolean {
  return !/%(?![0-9A-Fa-f]{2})/.test(text);
}

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf('@');
  if (at >= 0 && !/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(authority.slice(0, at))) return false;
  if (at >= 0 && !hasGoodEscapes(authority.slice(0, at))) return false;
  const host = authority.slice(at + 1);
  if (host.startsWith('[')) return /^\[[^\][ \\^`{|}]*\](?::\d*)?$/.test(host);
  const colon = host.lastIndexOf(':');
  if (colon >= 0 && !/^:\d*$/.test(host.slice(colon))) return false;
  // Percent signs may stand for bytes outside ASCII alone.
  return !/[ \\^`{|}]|%(?![89A-Fa-f][0-9A-Fa-f])/.test(host);
}
