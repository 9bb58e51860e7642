/** An address as the server reads it. An IPv4 address written as IPv6 (`::ffff:1.2.3.4`) is of family 4. */
export interface IpAddress {
  readonly family: 4 | 6;
  /** 4 or 16 bytes as they were written: 16 for an IPv4 address in IPv6's form. */
  readonly bytes: readonly number[];
  /** Numbers of an IPv4 address start with zeros, which newer checks refuse. */
  readonly leadingZeros: boolean;
  readonly mapped: boolean;
}

export interface IpNetwork {
  readonly address: IpAddress;
  /** Of the address as it was written: up to 32 or 128. */
  readonly prefix: number;
  readonly prefixHasLeadingZeros: boolean;
}

/** As k8s.io/utils/net.ParseIPSloppy: leading zeros are fine; undefined when it is no address. */
export function parseIp(value: string): IpAddress | undefined {
  const mark = /[.:]/.exec(value)?.[0];
  if (mark === undefined) return undefined;
  if (mark === '.') return parseIpv4(value);
  return parseIpv6(value);
}

function parseIpv4(value: string): IpAddress | undefined {
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(value)) return undefined;
  const parts = value.split('.');
  const bytes = parts.map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return { family: 4, bytes, leadingZeros: parts.some((part) => /^0\d/.test(part)), mapped: false };
}

function parseIpv6(value: string): IpAddress | undefined {
  const last = /(?:^|:)([^:]*\.[^:]*)$/.exec(value)?.[1];
  const tail = last === undefined ? undefined : parseIpv4(last);
  if (last !== undefined && tail === undefined) return undefined;
  const text =
    last === undefined || tail === undefined ? value : value.slice(0, -last.length) + hexGroups(tail.bytes).join(':');
  const halves = text.split('::');
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2 || groups.flat().some((group) => !/^0*[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const [before = [], after] = groups;
  const missing = 8 - before.length - (after?.length ?? 0);
  if (after === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...(after ?? [])];
  const bytes = all.map((group) => Number.parseInt(group, 16)).flatMap((group) => [group >> 8, group & 255]);
  const mapped = bytes.every((byte, at) => (at < 10 ? byte === 0 : at >= 12 || byte === 255));
  const leadingZeros = tail?.leadingZeros === true || all.some((group) => group.length > 4);
  return { family: mapped ? 4 : 6, bytes, leadingZeros, mapped };
}

function hexGroups(bytes: readonly number[]): readonly string[] {
  return Array.from({ length: bytes.length / 2 }, (_, at) =>
    (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)).toString(16),
  );
}

/** As ParseCIDRSloppy: bits after the prefix and leading zeros are fine. */
export function parseCidr(value: string): IpNetwork | undefined {
  const slash = value.indexOf('/');
  const address = slash < 0 ? undefined : parseIp(value.slice(0, slash));
  const length = value.slice(slash + 1);
  if (address === undefined || !/^\d+$/.test(length)) return undefined;
  const prefix = Number(length);
  if (prefix > address.bytes.length * 8) return undefined;
  return { address, prefix, prefixHasLeadingZeros: /^0\d/.test(length) };
}

function strictProblem(address: IpAddress): string | undefined {
  if (address.leadingZeros) return 'may not have numbers with zeros in front';
  return address.mapped ? 'may not be an IPv4 address in the form of IPv6' : undefined;
}

/** For fields older than strict checks. `strict`: the server has StrictIPCIDRValidation on (1.36 has, 1.34 has not). */
export function ipAddressLegacy(value: string, strict = false): string | undefined {
  const address = parseIp(value);
  if (address === undefined) return 'must be an IP address';
  return strict ? strictProblem(address) : undefined;
}

/** For newer fields: one spelling only, that of RFC 5952. */
export function ipAddress(value: string): string | undefined {
  const wrong = ipAddressLegacy(value, true);
  if (wrong !== undefined) return wrong;
  const address = parseIp(value);
  const canonical = address === undefined ? value : formatIp(address.bytes);
  return canonical === value ? undefined : `must be written ${canonical}`;
}

/** For fields older than strict checks; `strict` as in ipAddressLegacy. */
export function cidrLegacy(value: string, strict = false): string | undefined {
  const network = parseCidr(value);
  if (network === undefined) return 'must be an address range like 10.9.8.0/24';
  if (!strict) return undefined;
  if (network.prefixHasLeadingZeros) return 'may not have numbers with zeros in front';
  const wrong = strictProblem(network.address);
  if (wrong !== undefined) return wrong;
  const kept = masked(network);
  return network.address.bytes.every((byte, at) => byte === kept[at]) ? undefined : 'has bits set beyond its prefix';
}

/** For newer fields: one spelling only. */
export function cidr(value: string): string | undefined {
  const wrong = cidrLegacy(value, true);
  if (wrong !== undefined) return wrong;
  const network = parseCidr(value);
  const canonical = network === undefined ? value : `${formatIp(masked(network))}/${network.prefix}`;
  return canonical === value ? undefined : `must be written ${canonical}`;
}

/** The network's first address. */
function masked(network: IpNetwork): readonly number[] {
  return network.address.bytes.map((byte, at) => {
    const bits = Math.min(8, Math.max(0, network.prefix - at * 8));
    return byte & (0xff << (8 - bits)) & 0xff;
  });
}

/** RFC 5952; 4 bytes or 16. */
export function formatIp(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups = hexGroups(bytes);
  let start = -1;
  let length = 1;
  for (let at = 0; at < 8; at++) {
    let end = at;
    while (groups[end] === '0') end++;
    if (end - at > length) [start, length] = [at, end - at];
  }
  if (start < 0) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}
