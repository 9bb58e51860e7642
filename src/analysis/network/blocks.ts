import { parseCidr, parseIp } from '../../formats/index.ts';
import type { IpAddress, IpNetwork } from '../../formats/index.ts';
import type { IPBlock } from '../../schema/types/networking-v1.ts';

/** Where clouds answer with a machine's identity and its credentials. */
export const metadataAddresses: readonly string[] = ['169.254.169.254', 'fd00:ec2::254'];

/** Whether traffic to an address passes a block of addresses, its exceptions taken off. */
export function blockTakes({ cidr = '', except = [] }: IPBlock, address: string): boolean {
  const ip = parseIp(address);
  if (ip === undefined || !takes(parseCidr(cidr), ip)) return false;
  return !except.some((inner) => takes(parseCidr(inner), ip));
}

/** Every address, but for exceptions. */
export function isWhole({ cidr = '' }: IPBlock): boolean {
  return parseCidr(cidr)?.prefix === 0;
}

/** Whether one block lies in another. */
export function isInside(inner: string, outer: string): boolean {
  const network = parseCidr(inner);
  const around = parseCidr(outer);
  return (
    network !== undefined && around !== undefined && around.prefix <= network.prefix && takes(around, network.address)
  );
}

/** An address that is reachable over the internet, to see whether a block lets out there; documentation ranges do not count. */
export function isPrivate(cidr: string): boolean {
  return internalBlocks.some((outer) => isInside(cidr, outer));
}

const internalBlocks: readonly string[] = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
  'fe80::/10',
];

function takes(network: IpNetwork | undefined, ip: IpAddress): boolean {
  if (network === undefined || network.address.bytes.length !== ip.bytes.length) return false;
  let left = network.prefix;
  for (const [index, byte] of network.address.bytes.entries()) {
    if (left <= 0) return true;
    const mask = left >= 8 ? 255 : (255 << (8 - left)) & 255;
    if ((byte & mask) !== ((ip.bytes[index] ?? 0) & mask)) return false;
    left -= 8;
  }
  return true;
}
