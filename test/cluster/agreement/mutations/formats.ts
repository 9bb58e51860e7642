import type { JsonValue } from '#src/kernel/index.ts';
import { isObject, type Site } from '../sites.ts';
import { wordClass, type Change, type MutationClass } from './change.ts';

const badSchedules = [
  '* * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '* * * * 8',
  '@daily',
  '@often',
  '',
  '*/0 * * * *',
];
const moreSchedules = [
  'TZ=Europe/Berlin 0 1 * * *',
  'CRON_TZ=UTC 0 1 * * *',
  '0 1 * * MON',
  '0 1 * JAN *',
  '5-1 * * * *',
  '1,2,3 * * * *',
];
const rareSchedules = [
  '@every 5m',
  '@every x',
  '* * * * * *',
  '0 0 31 2 *',
  '? * * * *',
  '1-5/2 * * * *',
  '* * * * MON-FRI',
  '0 0 * * 7',
  'Mars/Base',
  'local',
];
const badExpressions = [
  ...[
    '',
    'true',
    '1 + 1',
    'self.',
    'object.spec.replicas >',
    'unknown == 1',
    '"text"',
    'size(1)',
    'object.metadata.name',
    'has(object)',
  ],
  ...[
    'object.spec.replicas <= 5',
    'self == oldSelf',
    'request.userInfo.username == "a"',
    'variables.absent == 1',
    'params.x',
    'true && 1',
  ],
  ...[
    '[1, 2].all(x, x > 0)',
    'object.spec.containers.all(c, c.image.startsWith("a"))',
    "'a'.matches('[')",
    'quantity("1Gi").isGreaterThan(quantity("1Mi"))',
  ],
  ...[
    'self.size() > 3',
    'self.replicas > 0',
    'authorizer.group("").resource("pods").check("create").allowed()',
    '((true)',
    '1 == "1"',
    'namespaceObject.metadata.name',
  ],
];
const badAddresses = [
  ...[
    '256.1.1.1',
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.1/8',
    '::1',
    'fe80::1%eth0',
    '2001:db8::/129',
    '10.0.0.0/08',
    '010.0.0.1',
    '127.0.0.1',
  ],
  ...[
    '',
    '0.0.0.0',
    '10.0.0.5',
    '2001:db8::1',
    '2001:0db8::0001',
    '::ffff:10.0.0.1',
    '169.254.0.1',
    '224.0.0.1',
    '10.0.0.0/8',
    '2001:db8::/32',
  ],
  ...['10.0.0.0', 'None', 'host', '10.0.0.1/', '1.2.3.4.5', '::', '::/0', '0.0.0.0/0', 'ff02::1', '192.168.0.0/24 '],
];
const badEncodings = [
  ...['not base64!', 'YQ', 'YQ==', 'YQ===', 'Y Q==', '====', '', 'YQ==\n', '-_-_', 'äö'],
  ...[
    '2026-01-01',
    '2026-01-01T00:00:00',
    '2026-01-01T00:00:00Z',
    '2026-13-01T00:00:00Z',
    'now',
    '2026-01-01T00:00:00.123456Z',
    '2026-02-30T00:00:00Z',
  ],
  ...[
    '5',
    '5m',
    '1h30m',
    '1.5h',
    '-1s',
    '5 m',
    '0',
    '1d',
    '2026-01-01T00:00:00+02:00',
    '2026-01-01t00:00:00z',
    '2026-01-01 00:00:00Z',
  ],
];
const badKeys = [
  '',
  'a b',
  '-a',
  'a/b/c',
  '/a',
  'a/',
  'Example.com/a',
  'example.com/a',
  'a'.repeat(64),
  `${'a'.repeat(254)}/a`,
  'a_b',
  'A',
  'k8s.io/a',
  'ü',
];
const badValues = ['a b', '-a', 'a-', 'a'.repeat(63), 'a'.repeat(64), 'ü', 'a/b', '', 'a:b', 'A_b.c', '1'];

/** Mistakes in formats: schedules, expressions, addresses, times, encodings, labels. */
export const formats: readonly MutationClass[] = [
  wordClass('bad-cron', 3, ({ field, value }) => typeof value === 'string' && /^schedule$|timeZone/.test(field), [
    ...[...badSchedules, ...moreSchedules, ...rareSchedules],
  ]),
  wordClass(
    'bad-cel',
    5,
    ({ field, value }) => typeof value === 'string' && /expression|^rule$|^cel$/i.test(field),
    badExpressions,
  ),
  wordClass('bad-address', 4, isAddress, badAddresses),
  wordClass('bad-encoding', 3, isEncoded, badEncodings),
  { name: 'bad-label', weight: 6, fits: isLabelMap, change: badLabel },
];

function isAddress({ field, value }: Site): boolean {
  if (typeof value !== 'string') return false;
  return (
    /^\d+(\.\d+){3}(\/\d+)?$|^[\da-f]*:[\da-f:]+(\/\d+)?$/i.test(value) ||
    /ips?$|cidrs?$|addresses$|^ranges$/i.test(field)
  );
}

function isEncoded({ shape, field, value }: Site): boolean {
  if (typeof value !== 'string') return false;
  return (
    /^(data|binaryData)\.|caBundle|^spec\.request$|\.pemBundle/.test(shape) ||
    /time$|timestamp$|duration|seconds$/i.test(field)
  );
}

function isLabelMap({ field, value }: Site): boolean {
  if (!isObject(value)) return false;
  return (
    /labels$|annotations$|selector$|matchLabels|^data$|^parameters$|attributes/i.test(field) &&
    Object.values(value).every((item) => typeof item === 'string')
  );
}

function badLabel({ path, value }: Site, { random }: Parameters<MutationClass['change']>[1]): Change | undefined {
  if (!isObject(value)) return undefined;
  const names = Object.keys(value);
  if (names.length === 0 || random.chance(0.4)) {
    const name = random.pick(badKeys);
    return name in value ? undefined : { path: [...path, name], value: 'a', what: 'added' };
  }
  const next: JsonValue = random.pick([...badValues, 7, true]);
  return { path: [...path, random.pick(names)], value: next, what: `= ${JSON.stringify(next)}` };
}

/** Of the metadata that every kind has; the base objects hold little of it. */
const metadata: readonly (readonly [string, JsonValue])[] = [
  ...([
    ['name', 'Upper'],
    ['name', ''],
    ['name', 'a'.repeat(254)],
    ['name', 'a/b'],
    ['name', '..'],
    ['name', 'a_b'],
    ['name', 'a.b'],
    ['name', '-a'],
  ] as const),
  ...([
    ['generateName', 'ok-'],
    ['generateName', 'Bad_'],
    ['generateName', 'a'.repeat(300)],
    ['generateName', '-'],
  ] as const),
  ...([
    ['labels', { 'bad key': 'a' }],
    ['labels', { a: 'b c' }],
    ['labels', { 'example.com/a': 'b' }],
    ['labels', { a: '' }],
    ['labels', { 'Example.com/a': 'b' }],
  ] as const),
  ...([
    ['annotations', { 'bad key': 'a' }],
    ['annotations', { a: 'b c' }],
    ['annotations', { a: 'b'.repeat(262_144) }],
    ['annotations', { 'A/b': 'c' }],
  ] as const),
  ...([
    ['finalizers', ['bad']],
    ['finalizers', ['example.com/a']],
    ['finalizers', ['kubernetes']],
    ['finalizers', ['foregroundDeletion']],
  ] as const),
  ...([
    ['finalizers', ['orphan', 'foregroundDeletion']],
    ['finalizers', ['bad name/a']],
    ['finalizers', ['']],
    ['finalizers', ['a/b/c']],
  ] as const),
  ...[
    owners({}),
    owners({ uid: '' }),
    owners({ kind: '' }),
    owners({ apiVersion: '' }),
    owners({ apiVersion: 'a/b/c' }),
    owners({ name: '' }),
  ],
  ...[
    owners({ kind: 'Event', apiVersion: 'v1' }),
    owners({ controller: true }),
    owners({ controller: true }, { controller: true, uid: 'b' }),
  ],
  ...[['ownerReferences', [{ apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'a', unknown: 1 }]] as const],
  ...([
    ['resourceVersion', '1'],
    ['resourceVersion', ''],
    ['uid', 'a'],
    ['selfLink', '/a'],
    ['generation', -1],
    ['generation', 5],
  ] as const),
  ...([
    ['creationTimestamp', '2026-01-01T00:00:00Z'],
    ['creationTimestamp', 'now'],
    ['creationTimestamp', null],
    ['clusterName', 'a'],
  ] as const),
  ...([
    ['deletionGracePeriodSeconds', -1],
    ['deletionGracePeriodSeconds', 5],
    ['deletionTimestamp', '2026-01-01T00:00:00Z'],
  ] as const),
  ...([
    ['managedFields', []],
    ['managedFields', [{}]],
    ['managedFields', [{ manager: 'a'.repeat(129), operation: 'Apply' }]],
  ] as const),
  ...([
    ['managedFields', [{ manager: 'a', operation: 'Bad', fieldsType: 'FieldsV1' }]],
    ['managedFields', [{ operation: 'Update', fieldsType: 'Bad' }]],
  ] as const),
  ...([
    [
      'managedFields',
      [{ manager: 'a\u0001', operation: 'Update', fieldsType: 'FieldsV1', apiVersion: 'v1', fieldsV1: {} }],
    ],
  ] as const),
];

function owners(...changes: readonly Readonly<Record<string, JsonValue>>[]): readonly [string, JsonValue] {
  const owner = { apiVersion: 'example.com/v1', kind: 'Thing', name: 'a', uid: 'a' };
  return ['ownerReferences', changes.map((change) => Object.assign({}, owner, change))];
}

export const badMetadata: MutationClass = {
  name: 'bad-metadata',
  weight: 4,
  fits: ({ shape }) => shape === 'metadata',
  change: (_site, { random }) => {
    const [name, value] = random.pick(metadata);
    return { path: ['metadata', name], value, what: `= ${JSON.stringify(value).slice(0, 80)}` };
  },
};
