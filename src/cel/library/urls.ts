import { evaluationError } from '../failure.ts';
import { mapOf } from '../map-value.ts';
import { opaque, payloadOf } from '../opaque.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import { urlType } from '../type.ts';
import type { GoUrl } from '../url-text.ts';
import { escapedPath, hostnameOf, isRequestUri, parseUrl, portOf, queryOf } from '../url-text.ts';
import type { CelMap, CelOpaque, CelValue } from '../value.ts';
import { listOf } from '../value.ts';

function urlOf(text: string): CelOpaque {
  const url = isRequestUri(text) ? parseUrl(text) : undefined;
  if (url === undefined) throw evaluationError(`${JSON.stringify(text)} is no URL`);
  return opaque(urlType, url, (one, other) => one.text === other.text);
}

function read(get: (url: GoUrl) => CelValue): (value: CelOpaque) => CelValue {
  return (value) => get(payloadOf<GoUrl>(value));
}

function queryMap(url: GoUrl): CelMap {
  return mapOf([...queryOf(url)].map(([key, values]): readonly [CelValue, CelValue] => [key, listOf(values)]));
}

export const urls: Library = [
  overload('url(string): URL', urlOf),
  overload('isURL(string): bool', isRequestUri),
  overload(
    'URL.getScheme(): string',
    read((url) => url.scheme),
  ),
  overload(
    'URL.getHost(): string',
    read((url) => url.host),
  ),
  overload('URL.getHostname(): string', read(hostnameOf)),
  overload('URL.getPort(): string', read(portOf)),
  overload('URL.getEscapedPath(): string', read(escapedPath)),
  overload('URL.getQuery(): map(string, list(string))', read(queryMap)),
];
