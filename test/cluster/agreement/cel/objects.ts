import type { JsonObject, JsonValue } from '#src/kernel/index.ts';
import type { Random } from '../random.ts';

const words = ['', 'a', 'b', 'abc', 'web', 'Ünïcödé', '😀x', 'a-b', 'v1', 'true', '12', 'A.B', ' pad '];
const choices: Readonly<Record<string, readonly JsonValue[]>> = {
  count: [0, 1, -1, 2, 3, 7, 100, 2147483647],
  limit: [0, 5, -9007199254740991, 9007199254740991, 42],
  ratio: [0, 0.5, -1.5, 3, 1e10, 2.25],
  on: [true, false],
  name: words,
  image: ['nginx', 'nginx:1.25', 'ghcr.io/a/b:v2', 'a@sha256:00', ''],
  quantity: ['1', '500m', '1Gi', '1024Mi', '1.5', 'x', '', '1e3', '-2'],
  address: ['10.0.0.1', '::1', '10.0.0.0/8', 'fe80::1', '010.0.0.1', 'x', '10.1.2.3/16', 'fd00::/8'],
  version: ['1.2.3', 'v1.2.3', '1.0', '1.2.3-rc.1', '2.0.0+b', 'x', '01.2.3'],
  link: [
    'https://a.example:8443/p/q?x=1&y=2#f',
    '/p',
    'x',
    'http://[::1]:80/',
    'mailto:a@b',
    'https://u:p@h/%41?a=b;c',
  ],
  'dash-ed': words,
  namespace: words,
  maybe: [null, 'a', ''],
  port: [80, '80', 'http', 0, '10%'],
  when: ['2026-01-31T12:30:15Z', '2024-02-29T23:59:59.123456789+02:00', '1969-12-31T23:59:59Z'],
  delay: ['1h30m', '15s', '0s', '-2m', '1.5h'],
  raw: ['aGVsbG8=', '/w=='],
};

/** An object whose fields are there or not. */
export function randomSpec(random: Random): JsonObject {
  const spec: Record<string, JsonValue> = {};
  for (const [field, values] of Object.entries(choices)) if (random.chance(0.93)) spec[field] = random.pick(values);
  for (const [field, make] of Object.entries(collections)) if (random.chance(0.93)) spec[field] = make(random);
  return spec;
}

const collections: Readonly<Record<string, (random: Random) => JsonValue>> = {
  numbers: (random) => some(random, [0, 1, 2, 3, -4, 5, 5]),
  ratios: (random) => some(random, [0.5, 1, 2.5, -3]),
  words: (random) => some(random, ['', 'a', 'b', 'abc', 'a', '7']),
  tags: (random) => some(random, ['a', 'b', 'abc', 'x']),
  labels: (random) => mapOf(some(random, ['a', 'b', 'app', 'x.y/z']), () => random.pick(['', 'a', 'web'])),
  sizes: (random) => mapOf(some(random, ['a', 'b', 'app']), () => random.below(5)),
  inner: (random) => ({ ...maybe(random, 'x', random.below(4)), ...maybe(random, 'y', random.pick(words)) }),
  ports: (random) =>
    some(random, ['a', 'b', 'web']).map((name) => Object.assign(maybe(random, 'port', random.below(4)), { name })),
};

function some<Item>(random: Random, values: readonly Item[]): Item[] {
  return random.shuffled(values).slice(0, random.below(4));
}

function mapOf(keys: readonly string[], value: () => JsonValue): JsonObject {
  return Object.fromEntries(keys.map((key) => [key, value()]));
}

function maybe(random: Random, field: string, value: JsonValue): Record<string, JsonValue> {
  return random.chance(0.7) ? { [field]: value } : {};
}
