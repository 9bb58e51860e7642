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
const validHost = /^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]|[^\0-\x7f])*$/;

/** As Go's net/url reads a URL, which is laxer than the WHATWG's; undefined when it is none. */
export function parseUrl(text: string): UrlParts | undefined {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\0-\x1f\x7f]/.test(text)) return undefined;
  const [whole, fragment] = cut(text, '#');
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(whole)?.[1] ?? '';
  if (whole.startsWith(':')) return undefined;
  const [rest, query] = cut(scheme === '' ? whole : whole.slice(scheme.length + 1), '?');
  const parts = { scheme: scheme.toLowerCase(), query, fragment };
  if (!validEscapes.test(fragment)) return undefined;
  if (rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'))) return withAuthority(rest.slice(2), parts);
  // What follows a scheme without '/' is opaque; without a scheme, the first part of a path may have no ':'.
  if (scheme === '' && !rest.startsWith('/') && (rest.split('/', 1)[0] ?? '').includes(':')) return undefined;
  if ((scheme === '' || rest.startsWith('/')) && !validEscapes.test(rest)) return undefined;
  return { ...parts, host: '', user: false };
}

function withAuthority(rest: string, parts: Omit<UrlParts, 'host' | 'user'>): UrlParts | undefined {
  const slash = rest.indexOf('/');
  const authority = slash === -1 ? rest : rest.slice(0, slash);
  if (slash !== -1 && !validEscapes.test(rest.slice(slash))) return undefined;
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  if (at !== -1 && !(validUser.test(authority.slice(0, at)) && validEscapes.test(authority.slice(0, at))))
    return undefined;
  return hasHostForm(host) ? { ...parts, host, user: at !== -1 } : undefined;
}

function hasHostForm(host: string): boolean {
  const bracket = host.startsWith('[') ? host.lastIndexOf(']') : -1;
  if (host.startsWith('[') && bracket === -1) return false;
  const colon = bracket === -1 ? host.lastIndexOf(':') : bracket + 1;
  const port = colon === -1 ? '' : host.slice(colon);
  return /^(?::[0-9]*)?$/.test(port) && validHost.test(host);
}

function cut(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
