import type { IpNetwork } from '../../formats/index.ts';

/** Lies within the other range and is smaller, as Go's net package sees it. */
export function isStrictSubset(inner: IpNetwork, outer: IpNetwork): boolean {
  const [small, large] = [plain(inner), plain(outer)];
  if (small.bytes.length !== large.bytes.length) return false;
  if (outer.prefix >= inner.prefix) return false;
  return large.bytes.every((byte, at) => {
    const mask = (0xff << (8 - Math.min(8, Math.max(0, large.prefix - at * 8)))) & 0xff;
    return (byte & mask) === ((small.bytes[at] ?? 0) & mask);
  });
}

/** An IPv4 address in IPv6's form is one of IPv4 there. */
function plain({ address, prefix }: IpNetwork): { readonly bytes: readonly number[]; readonly prefix: number } {
  return address.mapped && prefix >= 96
    ? { bytes: address.bytes.slice(-4), prefix: prefix - 96 }
    : { bytes: address.bytes, prefix };
}
