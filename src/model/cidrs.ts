import type { Declared } from '../kernel/index.ts';
import type { Clusters, Environments } from './known.ts';
import { quote } from './problems.ts';
import type { Problems } from './problems.ts';

/** A block of addresses as a range, first and last included. IPv4 and IPv6 never overlap each other. */
interface Range {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

interface Block {
  /** `pods of cluster dev-eu-1`, `reserved 10.0.0.0/8 of environment dev`. */
  readonly what: string;
  readonly text: string;
  readonly range: Range;
  readonly declared: Declared;
}

/** Inside an environment no two blocks overlap: not of two clusters, not two kinds of one cluster, not with what is reserved. */
export function checkCidrs(environments: Environments, clusters: Clusters, problems: Problems): void {
  for (const environment of environments.values()) {
    const blocks: Block[] = [];
    const add = (what: string, text: string, declared: Declared): void => {
      const range = parseCidr(text);
      if (range === undefined) {
        problems.add(
          'invalid-cidr',
          declared,
          `${quote(text)} (${what}) is not a block of addresses.`,
          'Write an address, a slash and the length of the prefix: `10.8.0.0/14` or `fd00:8::/48`.',
        );
      } else blocks.push({ what, text, range, declared });
    };
    environment.noun.network.reserved.forEach((text) => {
      const index = environment.declaration.value.network?.reserved?.indexOf(text) ?? 0;
      add(
        `reserved in environment ${environment.noun.name}`,
        text,
        environment.declaration.at(`/network/reserved/${index}`),
      );
    });
    for (const cluster of clusters.values()) {
      if (cluster.noun.environment !== environment.noun.name) continue;
      for (const kind of ['controlPlane', 'nodes', 'pods', 'services'] as const) {
        const text = cluster.noun.network.cidrs[kind];
        if (text === undefined) continue;
        add(`${kind} of cluster ${cluster.noun.name}`, text, cluster.declaration.at(`/network/cidrs/${kind}`));
      }
    }
    reportOverlaps(environment.noun.name, blocks, problems);
  }
}

function reportOverlaps(environment: string, blocks: readonly Block[], problems: Problems): void {
  for (const [index, block] of blocks.entries()) {
    for (const earlier of blocks.slice(0, index)) {
      if (!overlap(block.range, earlier.range)) continue;
      // What an environment reserves may be written as several blocks that overlap.
      if (block.what === earlier.what) continue;
      problems.add(
        'cidr-overlap',
        block.declared,
        `${block.text} (${block.what}) overlaps ${earlier.text} (${earlier.what}) in environment ${quote(environment)}.`,
        'Give each cluster and kind a block of its own, outside what the environment reserves.',
      );
    }
  }
}

function overlap(a: Range, b: Range): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

function parseCidr(text: string): Range | undefined {
  const match = /^([0-9a-fA-F:.]+)\/(\d{1,3})$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const family = match[1].includes(':') ? 6 : 4;
  const address = family === 6 ? parseIpv6(match[1]) : parseIpv4(match[1]);
  const bits = family === 6 ? 128 : 32;
  const prefix = Number(match[2]);
  if (address === undefined || prefix > bits) return undefined;
  const size = 1n << BigInt(bits - prefix);
  const first = (address / size) * size;
  return { family, first, last: first + size - 1n };
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n);
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - (head?.length ?? 0) - (tail?.length ?? 0);
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [
    ...(head ?? []),
    ...Array.from({ length: tail === undefined ? 0 : missing }, () => '0'),
    ...(tail ?? []),
  ];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((value, group) => value * 65536n + BigInt(`0x${group}`), 0n);
}
