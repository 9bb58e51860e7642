/** A URL as Go's `net/url` takes it apart. */
export interface GoUrl {
  readonly text: string;
  readonly scheme: string;
  /** With its port. */
  readonly host: string;
  /** As it is written in the URL. */
  readonly path: string;
  readonly query: string;
}

const schemeShape = /^([a-zA-Z][a-zA-Z0-9+.-]*):/;
const userShape = /^(?:[a-zA-Z0-9\-._:~!$&'()*+,;=%@])*$/;
const hostShape = /^(?:[a-zA-Z0-9\-_.~!$&'()*+,;=:[\]<>"]|[^\0-\x7f]|%25|%[89a-fA-F][0-9a-fA-F])*$/;

/** Go's `ParseRequestURI`: an absolute URL or an absolute path; what looks like a fragment is a part of it. */
export function isRequestUri(text: string): boolean {
  return text !== '' && split(text, true) !== undefined;
}

/** Go's `Parse`, for texts that `isRequestUri` takes. */
export function parseUrl(text: string): GoUrl | undefined {
  const hash = text.indexOf('#');
  const fragment = hash < 0 ? '' : text.slice(hash + 1);
  if (!escapesAreValid(fragment)) return undefined;
  return split(hash < 0 ? text : text.slice(0, hash), false, text);
}

function split(text: string, request: boolean, whole = text): GoUrl | undefined {
  // oxlint-disable-next-line no-control-regex -- Go refuses control characters
  if (/[\0-\x1f\x7f]/.test(text) || text.startsWith(':')) return undefined;
  const scheme = schemeShape.exec(text)?.[1] ?? '';
  const rest = scheme === '' ? text : text.slice(scheme.length + 1);
  const mark = rest.indexOf('?');
  const query = mark < 0 ? '' : rest.slice(mark + 1);
  const before = mark < 0 ? rest : rest.slice(0, mark);
  const base = { text: whole, scheme: scheme.toLowerCase(), query };
  if (text === '*') return { ...base, host: '', path: '*' };
  if (!before.startsWith('/')) {
    if (scheme !== '') return { ...base, host: '', path: '' };
    if (request || /^[^/]*:/.test(before)) return undefined;
  }
  const hasAuthority = before.startsWith('//') && (scheme !== '' || (!request && !before.startsWith('///')));
  if (!hasAuthority) return escapesAreValid(before) ? { ...base, host: '', path: before } : undefined;
  const slash = before.indexOf('/', 2);
  const path = slash < 0 ? '' : before.slice(slash);
  const host = hostOf(slash < 0 ? before.slice(2) : before.slice(2, slash));
  return host === undefined || !escapesAreValid(path) ? undefined : { ...base, host, path };
}

function hostOf(authority: string): string | undefined {
  const at = authority.lastIndexOf('@');
  const user = at < 0 ? '' : authority.slice(0, at);
  if (!userShape.test(user) || !escapesAreValid(user)) return undefined;
  const host = authority.slice(at + 1);
  const close = host.lastIndexOf(']');
  if (host.startsWith('[') && close < 0) return undefined;
  const port = host.startsWith('[') ? host.slice(close + 1) : (/:[^:]*$/.exec(host)?.[0] ?? '');
  if (!/^(?::[0-9]*)?$/.test(port) || !hostShape.test(host)) return undefined;
  return unescape(host);
}

export function hostnameOf(url: GoUrl): string {
  const name = url.host.replace(/:[0-9]*$/, (port) => (isPort(url.host, port) ? '' : port));
  return name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name;
}

export function portOf(url: GoUrl): string {
  const port = /:([0-9]*)$/.exec(url.host);
  return port !== null && isPort(url.host, port[0]) ? (port[1] ?? '') : '';
}

function isPort(host: string, port: string): boolean {
  return !host.startsWith('[') || host.endsWith(`]${port}`);
}

/** The path with all escaped that must be. */
export function escapedPath(url: GoUrl): string {
  const { path } = url;
  if (path === '*' || /^[a-zA-Z0-9\-_.~!$&'()*+,;=:@[\]%/]*$/.test(path)) return path;
  const bytes = new TextEncoder().encode(unescape(path));
  return Array.from(bytes, (byte) => {
    const character = String.fromCodePoint(byte);
    return /[a-zA-Z0-9\-_.~$&+,/:;=@]/.test(character) ? character : percent(byte);
  }).join('');
}

export function queryOf(url: GoUrl): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const pair of url.query.split('&')) {
    if (pair === '' || pair.includes(';') || !escapesAreValid(pair)) continue;
    const equals = pair.indexOf('=');
    const key = unescape((equals < 0 ? pair : pair.slice(0, equals)).replaceAll('+', ' '));
    const value = equals < 0 ? '' : unescape(pair.slice(equals + 1).replaceAll('+', ' '));
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return values;
}

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function escapesAreValid(text: string): boolean {
  return !/%(?![0-9a-fA-F]{2})/.test(text);
}

function unescape(text: string): string {
  if (!text.includes('%')) return text;
  const bytes = text.replaceAll(
    /%([0-9a-fA-F]{2})|([^%]+)/g,
    (_all, code: string | undefined, plain: string | undefined) =>
      code === undefined ? Buffer.from(plain ?? '').toString('hex') : code,
  );
  return Buffer.from(bytes, 'hex').toString('utf8');
}
