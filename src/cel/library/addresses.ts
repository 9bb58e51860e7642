import type { IpAddress } from '../../formats/index.ts';
import { formatIp, parseIp } from '../../formats/index.ts';
import { evaluationError } from '../failure.ts';
import { opaque, payloadOf } from '../opaque.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import { ipType } from '../type.ts';
import type { CelOpaque } from '../value.ts';

type Bytes = readonly number[];

/** An address of one spelling more or less: no zeros in front, no IPv4 in the form of IPv6, no zone. */
export function strictIp(text: string): IpAddress | undefined {
  const address = parseIp(text);
  return address === undefined || address.leadingZeros || address.mapped ? undefined : address;
}

export function ipOf(bytes: Bytes): CelOpaque {
  return opaque(ipType, bytes, (one, other) => formatIp(one) === formatIp(other), bytes.length);
}

export function bytesOf(text: string): Bytes {
  const address = strictIp(text);
  if (address === undefined) throw evaluationError(`${JSON.stringify(text)} is no IP address`);
  return address.bytes;
}

function test(four: (bytes: Bytes) => boolean, six: (bytes: Bytes) => boolean): (value: CelOpaque) => boolean {
  return (value) => {
    const bytes = payloadOf<Bytes>(value);
    return bytes.length === 4 ? four(bytes) : six(bytes);
  };
}

function isZero(bytes: Bytes): boolean {
  return bytes.every((byte) => byte === 0);
}

const isUnspecified = test(isZero, isZero);
const isLoopback = test(
  ([first]) => first === 127,
  (bytes) => bytes.at(-1) === 1 && isZero(bytes.slice(0, -1)),
);
const isLinkLocalMulticast = test(
  ([first, second, third]) => first === 224 && second === 0 && third === 0,
  ([first = 0, second = 0]) => first === 255 && (second & 15) === 2,
);
const isLinkLocalUnicast = test(
  ([first, second]) => first === 169 && second === 254,
  ([first = 0, second = 0]) => first === 254 && (second & 192) === 128,
);
const isMulticast = test(
  ([first = 0]) => (first & 240) === 224,
  ([first]) => first === 255,
);
const isBroadcast = test(
  (bytes) => bytes.every((byte) => byte === 255),
  () => false,
);

function isGlobalUnicast(value: CelOpaque): boolean {
  return [isUnspecified, isLoopback, isMulticast, isLinkLocalUnicast, isBroadcast].every((wrong) => !wrong(value));
}

export const addresses: Library = [
  overload('ip(string): IP', (text: string) => ipOf(bytesOf(text))),
  overload('isIP(string): bool', (text: string) => strictIp(text) !== undefined),
  overload('ip.isCanonical(string): bool', (text: string) => formatIp(bytesOf(text)) === text),
  overload('IP.family(): int', (value: CelOpaque) => (payloadOf<Bytes>(value).length === 4 ? 4n : 6n)),
  overload('IP.isUnspecified(): bool', isUnspecified),
  overload('IP.isLoopback(): bool', isLoopback),
  overload('IP.isLinkLocalMulticast(): bool', isLinkLocalMulticast),
  overload('IP.isLinkLocalUnicast(): bool', isLinkLocalUnicast),
  overload('IP.isGlobalUnicast(): bool', isGlobalUnicast),
  overload('string(IP): string', (value: CelOpaque) => formatIp(payloadOf<Bytes>(value))),
];
