import { parseIp } from '../../formats/index.ts';

export interface UrlParts {
  readonly scheme: string;
  readonly host: string;
  readonly user: boolean;
  readonly query: string;
  readonly fragment: string;
}

const validEscapes = /^(?:[^%]|%[0-9A-Fa-f]{2})*$/;
const validUser = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
// Anything beyond ASCII is taken in a host's name.
const validHost = /^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]|[^\0-\x7f]|%25|%[89A-Fa-f][0-9A-Fa-f])*$/;

/**
 * As Go's net/url reads a URL, which is laxer than the WHATWG's; undefined when it is none. `strictColons`: a host without
 * brackets may have one ':' only, before its port.
 */
export function parseUrl(text: string, strictColons: boolean): UrlParts | undefined {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\0-\x1f\x7f]/.test(text)) return undefined;
  const [whole, fragment] = cut(text, '#');
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(whole)?.[1] ?? '';
  if (whole.startsWith(':')) return undefined;
  const [rest, query] = cut(scheme === '' ? whole : whole.slice(scheme.length + 1), '?');
  const parts = { scheme: scheme.toLowerCase(), query, fragment };
  const isStrict = strictColons && ['http', 'https'].includes(parts.scheme);
  if (!validEscapes.test(fragment)) return undefined;
  if (rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'))) {
    return withAuthority(rest.slice(2), parts, isStrict);
  }
  // What follows a scheme without '/' is opaque; without a scheme, the first part of a path may have no ':'.
  if (scheme === '' && !rest.startsWith('/') && (rest.split('/', 1)[0] ?? '').includes(':')) return undefined;
  if ((scheme === '' || rest.startsWith('/')) && !validEscapes.test(rest)) return undefined;
  return { ...parts, host: '', user: false };
}

function withAuthority(
  rest: string,
  parts: Omit<UrlParts, 'host' | 'user'>,
  strictColons: boolean,
): UrlParts | undefined {
  const slash = rest.indexOf('/');
  const authority = slash === -1 ? rest : rest.slice(0, slash);
  if (slash !== -1 && !validEscapes.test(rest.slice(slash))) return undefined;
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  if (at !== -1 && !(validUser.test(authority.slice(0, at)) && validEscapes.test(authority.slice(0, at))))
    return undefined;
  return hasHostForm(host, strictColons) ? { ...parts, host, user: at !== -1 } : undefined;
}

function hasHostForm(host: string, strictColons: boolean): boolean {
  if (host.lastIndexOf('[') > 0) return false;
  const bracket = host.startsWith('[') ? host.lastIndexOf(']') : -1;
  if (host.startsWith('[')) {
    return bracket !== -1 && isPort(host.slice(bracket + 1)) && isLiteral(host.slice(1, bracket));
  }
  const colon = strictColons ? host.indexOf(':') : host.lastIndexOf(':');
  return isPort(colon === -1 ? '' : host.slice(colon)) && validHost.test(host);
}

function isPort(text: string): boolean {
  return /^(?::[0-9]*)?$/.test(text);
}

/** An IPv6 address; behind `%25` a zone. */
function isLiteral(text: string): boolean {
  const zone = text.indexOf('%25');
  const address = zone === -1 ? text : text.slice(0, zone);
  if (zone !== -1 && (text.length === zone + 3 || !validEscapes.test(text.slice(zone)))) return false;
  return address.includes(':') && parseIp(address) !== undefined;
}

function cut(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
