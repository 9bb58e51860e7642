import { formatIp } from '../../formats/index.ts';
import { evaluationError } from '../failure.ts';
import { opaque, payloadOf } from '../opaque.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import { cidrType } from '../type.ts';
import type { CelOpaque } from '../value.ts';
import { bytesOf, ipOf, strictIp } from './addresses.ts';

interface Range {
  readonly bytes: readonly number[];
  readonly prefix: number;
}

function rangeOf(text: string): Range | undefined {
  const [, address = '', prefix = ''] = /^(.*)\/(0|[1-9]\d{0,2})$/s.exec(text) ?? [];
  const read = strictIp(address);
  const length = Number(prefix);
  return read === undefined || prefix === '' || length > read.bytes.length * 8
    ? undefined
    : { bytes: read.bytes, prefix: length };
}

function knownRange(text: string): Range {
  const range = rangeOf(text);
  if (range === undefined) throw evaluationError(`${JSON.stringify(text)} is no address range`);
  return range;
}

function formatRange(range: Range): string {
  return `${formatIp(range.bytes)}/${range.prefix}`;
}

function made(range: Range): CelOpaque {
  return opaque(cidrType, range, (one, other) => formatRange(one) === formatRange(other), Math.ceil(range.prefix / 8));
}

function masked(bytes: readonly number[], prefix: number): readonly number[] {
  return bytes.map((byte, at) => byte & (0xff << (8 - Math.min(8, Math.max(0, prefix - at * 8)))) & 0xff);
}

function holds(value: CelOpaque, bytes: readonly number[]): boolean {
  const range = payloadOf<Range>(value);
  if (range.bytes.length !== bytes.length) return false;
  return formatIp(masked(range.bytes, range.prefix)) === formatIp(masked(bytes, range.prefix));
}

function holdsRange(value: CelOpaque, other: Range): boolean {
  return payloadOf<Range>(value).prefix <= other.prefix && holds(value, other.bytes);
}

export const addressRanges: Library = [
  overload('cidr(string): CIDR', (text: string) => made(knownRange(text))),
  overload('isCIDR(string): bool', (text: string) => rangeOf(text) !== undefined),
  overload('CIDR.containsIP(string): bool', (value: CelOpaque, text: string) => holds(value, bytesOf(text))),
  overload('CIDR.containsIP(IP): bool', (value: CelOpaque, ip: CelOpaque) =>
    holds(value, payloadOf<readonly number[]>(ip)),
  ),
  overload('CIDR.containsCIDR(string): bool', (value: CelOpaque, text: string) => holdsRange(value, knownRange(text))),
  overload('CIDR.containsCIDR(CIDR): bool', (value: CelOpaque, other: CelOpaque) =>
    holdsRange(value, payloadOf<Range>(other)),
  ),
  overload('CIDR.ip(): IP', (value: CelOpaque) => ipOf(payloadOf<Range>(value).bytes)),
  overload('CIDR.prefixLength(): int', (value: CelOpaque) => BigInt(payloadOf<Range>(value).prefix)),
  overload('CIDR.masked(): CIDR', (value: CelOpaque) => {
    const { bytes, prefix } = payloadOf<Range>(value);
    return made({ bytes: masked(bytes, prefix), prefix });
  }),
  overload('string(CIDR): string', (value: CelOpaque) => formatRange(payloadOf<Range>(value))),
];
