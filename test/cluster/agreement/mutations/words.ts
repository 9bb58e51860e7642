import type { JsonValue } from '#src/kernel/index.ts';
import type { Site } from '../sites.ts';
import { valueClass, wordClass, type MutationClass } from './change.ts';

const longest = (length: number): string => 'a'.repeat(length);
const badNames = [
  ...[
    'Upper',
    'under_score',
    '-leading',
    'trailing-',
    'two..dots',
    '.dot',
    'a.b',
    'a/b',
    'with space',
    'ümlaut',
    '9lives',
    'a,b',
  ],
  ...[
    longest(16),
    longest(63),
    longest(64),
    longest(253),
    longest(254),
    '*',
    '*.example.com',
    '..',
    '.',
    'a:b',
    'a%b',
    'x',
  ],
  ...['example.com/name', 'kubernetes.io/name', 'a/b/c', '/name', 'name/', 'A_B', '1', 'true', 'a--b', 'a_b.c'],
];
const badPorts = [
  0,
  -1,
  1,
  65_535,
  65_536,
  70_000,
  1_000_000,
  '80',
  '0',
  'Web',
  'web_ui',
  '-web',
  'web-',
  'a--b',
  '',
  'a',
  '65536',
];
const morePorts = ['a-name-longer-than-15', 'http', '8080x', 443.5, 99_999_999_999, '123', 'äö', 'web ui'];
const badNumbers = [-1, 0, 1, 2, -2_147_483_648, 2_147_483_647, 2_147_483_648, 4_294_967_296, 9_007_199_254_740_993];
const moreNumbers = [1.5, 1e3, 1e21, 100, 101, 1000, 3600, 31_536_001, 65_536, 511, 512, 777, -100, 10, 86_401, 256];
const badPaths = [
  'relative',
  '../up',
  '/a/../b',
  '/a:b',
  '/',
  '//',
  '/a//b',
  '/a b',
  '',
  '/..a',
  '..',
  'a/..',
  '/%zz',
  '/*',
  '.',
  '/a?b#c',
];

/** Mistakes in a single value, by what the field is for. */
export const words: readonly MutationClass[] = [
  wordClass('bad-name', 8, ({ field, value }) => typeof value === 'string' && isNameLike(field), badNames),
  wordClass('bad-port', 6, ({ field, value }) => typeof value !== 'object' && /port$|^ports$/i.test(field), [
    ...badPorts,
    ...morePorts,
  ]),
  valueClass('bad-quantity', 5, isQuantity, (_site, { random }) => random.pick(badQuantities)),
  wordClass('out-of-range', 7, ({ value }) => typeof value === 'number', [...badNumbers, ...moreNumbers]),
  valueClass(
    'too-long',
    4,
    ({ value }) => typeof value === 'string',
    ({ value }, { random }) => {
      const length = random.pick([16, 33, 60, 64, 65, 129, 254, 257, 300, 512, 1025, 2049, 4097, 10_241, 33_000]);
      return `${String(value)}${longest(length)}`.slice(0, Math.max(length, String(value).length + 1));
    },
  ),
  valueClass(
    'bad-enum',
    7,
    ({ value }) => typeof value === 'string' && /^[A-Z][A-Za-z0-9]+$/.test(value),
    ({ field, value }, { words, random }) => {
      const text = String(value);
      const known = words.get(field) ?? [];
      return random.pick([
        text.toLowerCase(),
        text.toUpperCase(),
        `${text}s`,
        'Unknown',
        'None',
        'Always',
        'Never',
        ...known,
        ...known,
      ]);
    },
  ),
  valueClass('spaces-or-case', 5, ({ value }) => typeof value === 'string' && value !== '', spaced),
  wordClass(
    'bad-path',
    3,
    ({ field, value }) => typeof value === 'string' && (/path/i.test(field) || value.startsWith('/')),
    badPaths,
  ),
];

const badQuantities: readonly JsonValue[] = [
  ...[
    '100mm',
    '-1',
    '-100m',
    '1.5.5',
    '1e',
    '0.0000000001',
    '1Gi ',
    '10GB',
    1.5,
    'abc',
    '1e30',
    '',
    '0',
    '+1',
    '.5',
    '5.',
    '1E3',
    '1e3',
  ],
  ...[
    '1Zi',
    '1ki',
    '1K',
    0,
    -5,
    '99999999999999999999',
    '1 Gi',
    '0x10',
    '1_000',
    '10m',
    '1500m',
    '9223372036854775808',
    '1n',
    '1u',
    '0.5',
  ],
];

function isNameLike(field: string): boolean {
  return /name|namespace|^key$|host|^ref$|group|^kind$|class|resource|verbs|users|finalizer|subset|zone|topology|audience|driver|provisioner/i.test(
    field,
  );
}

function isQuantity({ shape, value }: Site): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  if (!/^\d+(\.\d+)?([munkMGTPE]|[KMGTPE]i|[eE]\d+)?$/.test(String(value))) return false;
  return /\.(limits|requests|capacity|hard|max|min|default|defaultRequest|maxLimitRequestRatio|podFixed|allocatable|allocatedResources)(\.|\[\]|$)|divisor|sizeLimit|averageValue|\.value$|maximumVolumeSize|quantity/i.test(
    shape,
  );
}

function spaced({ value }: Site, { random }: Parameters<MutationClass['change']>[1]): JsonValue {
  const text = String(value);
  const at = random.below(text.length);
  return random.pick([
    ` ${text}`,
    `${text} `,
    `${text}\n`,
    `\t${text}`,
    `${text.slice(0, at)} ${text.slice(at)}`,
    text.toUpperCase(),
    text.toLowerCase(),
    text.charAt(0).toUpperCase() + text.slice(1),
    `${text.slice(0, at)}\u0000${text.slice(at)}`,
    `"${text}"`,
  ]);
}
