import { text } from './text.ts';

interface Prefix {
  readonly address: bigint;
  readonly bits: number;
  readonly length: number;
}

function parseV4(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function parseV6(address: string): bigint | undefined {
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (head === undefined || ![...head, ...(tail ?? [])].every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)))
    return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...(tail ?? [])];
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

function parsePrefix(value: string): Prefix | undefined {
  const match = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(value);
  if (match === null) return undefined;
  const [, address = '', length = ''] = match;
  const bits = address.includes(':') ? 128 : 32;
  const parsed = bits === 128 ? parseV6(address) : parseV4(address);
  return parsed === undefined || Number(length) > bits ? undefined : { address: parsed, bits, length: Number(length) };
}

/** IPv4 or IPv6 prefix with all host bits zero: a NetworkPolicy and a route would read others in different ways. */
export const Cidr = text('a CIDR with zero host bits, for example 10.20.0.0/16 or fd00:20::/48', (value) => {
  const prefix = parsePrefix(value);
  if (prefix === undefined) return 'not a CIDR';
  return prefix.address % (1n << BigInt(prefix.bits - prefix.length)) === 0n
    ? undefined
    : `bits after the first ${prefix.length} are set`;
});
