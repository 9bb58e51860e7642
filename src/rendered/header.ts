import { createHash } from 'node:crypto';

/** What a file's header names: the declaring file and the declared symbol. Never a line: comments leave `dist/` alone. */
export interface HeaderSource {
  readonly file: string;
  readonly symbol: string;
}

export type HeaderState =
  /** The digest fits: nobody touched the file. */
  | ({ readonly state: 'intact' } & HeaderSource)
  /** Written by keelson once, and changed since. */
  | { readonly state: 'edited'; readonly because: EditKind; readonly file?: string; readonly symbol?: string }
  /** No header: not ours. */
  | { readonly state: 'none' };

/** `line-endings`: only CRLF instead of LF, as a checkout without `.gitattributes` makes it. */
export type EditKind = 'content' | 'line-endings' | 'conflict' | 'header';

const opening = '# Rendered by keelson from ';
const closing = '. Do not edit: change the source, run `keelson synth`.';
const firstLine =
  /^# Rendered by keelson from (.+) \(([^()]+)\)\. Do not edit: change the source, run `keelson synth`\.$/;
const secondLine = /^# sha256:([0-9a-f]{64})$/;
/** A header further down than this many bytes (conflict markers, a comment on top) is not looked for. */
const searchedBytes = 4096;

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The body with its two header lines. `body` is the rest of the file, exactly. */
export function withHeader(body: string, source: HeaderSource): string {
  // A line break in a file's name would end the header early.
  const file = source.file.replaceAll(/[\r\n]/g, '?');
  return `${opening}${file} (${source.symbol})${closing}\n# sha256:${sha256(body)}\n${body}`;
}

/** Tells an untouched file from an edited and a foreign one. Any bytes will do: never throws. */
export function readHeader(data: string | Uint8Array): HeaderState {
  const bytes = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.length);
  const start = bytes.subarray(0, searchedBytes).toString('latin1');
  if (!start.includes(opening)) {
    return start.length > 2 && opening.startsWith(start) ? { state: 'edited', because: 'header' } : { state: 'none' };
  }
  const firstEnd = bytes.indexOf(10);
  const secondEnd = firstEnd < 0 ? -1 : bytes.indexOf(10, firstEnd + 1);
  const first = bytes.subarray(0, Math.max(firstEnd, 0)).toString('utf8');
  const crlf = first.endsWith('\r');
  const named = firstLine.exec(crlf ? first.slice(0, -1) : first);
  const source = named === null ? {} : { file: named[1] ?? '', symbol: named[2] ?? '' };
  const conflict = /^(?:<{7}|>{7}) /m.test(bytes.toString('latin1'));
  if (named === null || secondEnd < 0) {
    return { state: 'edited', because: conflict ? 'conflict' : 'header', ...source };
  }
  const digest = secondLine.exec(
    bytes.subarray(firstEnd + 1, crlf ? secondEnd - 1 : secondEnd).toString('latin1'),
  )?.[1];
  const body = bytes.subarray(secondEnd + 1);
  if (!crlf && digest === sha256(body)) return { state: 'intact', file: named[1] ?? '', symbol: named[2] ?? '' };
  if (conflict) return { state: 'edited', because: 'conflict', ...source };
  if (digest === undefined) return { state: 'edited', because: 'header', ...source };
  const asLf = Buffer.from(body.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return { state: 'edited', because: digest === sha256(asLf) ? 'line-endings' : 'content', ...source };
}
