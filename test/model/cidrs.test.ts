import { expect, test } from 'vitest';
import { resolveFleet } from '#src/model/index.ts';
import { cluster, declare, meridian } from './platform.ts';

/** Codes of what is wrong when one cluster has the one block and another of the same environment the other. */
function codesOf(one: string, two: string): readonly string[] {
  const platform = meridian();
  platform.environments.push({ name: 'qa', tier: 'ci' });
  platform.clusters.push(
    cluster('qa-1', 'qa', { network: { cidrs: { pods: one } } }),
    cluster('qa-2', 'qa', { network: { cidrs: { pods: two } } }),
  );
  return resolveFleet(declare(platform)).errors.map((error) => error.code);
}

test.each([
  ['10.4.0.0/14', '10.7.255.255/32'],
  ['10.4.7.9/14', '10.4.0.0/32'],
  ['0.0.0.0/0', '255.255.255.255/32'],
  ['10.8.0.0/16', '10.8.0.0/16'],
  ['::/0', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128'],
  ['fd00:8::/48', 'fd00:8:0:ffff::/64'],
  ['1:2:3:4:5:6:7:8/128', '1:2:3:4:5:6:7:0/112'],
  ['::1/128', '0:0:0:0:0:0:0:1/128'],
  ['FD00::/16', 'fd00:1::/32'],
])('%s overlaps %s', (one, two) => {
  expect(codesOf(one, two)).toEqual(['cidr-overlap']);
  expect(codesOf(two, one)).toEqual(['cidr-overlap']);
});

test.each([
  ['10.4.0.0/14', '10.8.0.0/14'],
  ['10.4.0.0/14', '10.3.255.255/32'],
  ['0.0.0.0/0', '::/0'],
  ['fd00:8::/48', 'fd00:9::/48'],
  ['::1/128', '::2/128'],
  // The same block as that of another environment's cluster.
  ['10.4.0.0/16', '10.8.0.0/20'],
])('%s does not overlap %s', (one, two) => {
  expect(codesOf(one, two)).toEqual([]);
});

test.each([
  '10.4.0.0',
  '10.4.0/16',
  '10.4.0.256/16',
  '10.4.0.0/33',
  '::/129',
  '1::2::3/64',
  '1:2:3:4:5:6:7/64',
  '12345::/16',
  ':/0',
  'a/8',
])('%s is no block', (text) => {
  expect(codesOf(text, '10.8.0.0/16')).toEqual(['invalid-cidr']);
});
