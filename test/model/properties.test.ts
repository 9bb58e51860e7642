import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { unitId } from '#src/kernel/index.ts';
import { resolveFleet } from '#src/model/index.ts';
import { applicationName, deliveryApplicationName, projectName, valuesPath } from '#src/model/names.ts';
import type { Declarations, Fleet } from '#src/model/index.ts';
import { cluster, declare, meridian, tenant } from './platform.ts';
import type { Platform } from './platform.ts';

function fleetOf(platform: Platform): Fleet {
  const { fleet, errors } = resolveFleet(declare(platform));
  expect(errors.map((error) => error.message)).toEqual([]);
  return fleet;
}

/** Inputs by unit, as text: what the units' digests are made of. */
function inputs(fleet: Fleet): ReadonlyMap<string, string> {
  return new Map(fleet.units.map((unit) => [unit.ref.id, JSON.stringify({ ...unit, declared: undefined })]));
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id)).toSorted();
}

const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,6}[a-z0-9])?$/);

/** Every list in an order of its own. */
function shuffled(declarations: Declarations): fc.Arbitrary<Declarations> {
  const orders = Object.fromEntries(
    Object.entries(declarations).map(([key, list]: readonly [string, readonly unknown[]]) => [
      key,
      fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length }),
    ]),
  );
  return fc.record(orders) as unknown as fc.Arbitrary<Declarations>;
}

function withMistakes(): Platform {
  const platform = meridian();
  platform.environments.push({ name: 'dev', tier: 'ci' });
  platform.clusters.push(cluster('dev-eu-2', 'devv'), cluster('prod-us-1', 'dev'));
  platform.tenants.push(tenant('payments', { parent: 'nowhere' }), tenant('storefront'));
  platform.baselines.push(...meridian().baselines);
  return platform;
}

test.each([
  ['a good platform', meridian()],
  ['a platform with mistakes', withMistakes()],
])('the order of declarations does not matter: %s', (_, platform) => {
  const declarations = declare(platform);
  const before = JSON.stringify(resolveFleet(declarations));
  fc.assert(
    fc.property(shuffled(declarations), (other) => {
      expect(JSON.stringify(resolveFleet(other))).toBe(before);
    }),
    { numRuns: 60 },
  );
});

/** Two derived names are the same exactly when what they are made of is. */
function same(one: string, two: string, equal: boolean): void {
  expect(one === two).toBe(equal);
}

test('names are injective', () => {
  const parts = fc.tuple(label, label, label, label);
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      const equals = (...indexes: readonly number[]): boolean => indexes.every((index) => a[index] === b[index]);
      same(unitId(...a), unitId(...b), equals(0, 1, 2, 3));
      same(valuesPath(unitId(...a)), valuesPath(unitId(...b)), equals(0, 1, 2, 3));
      same(applicationName(a[1], a[2], a[3]), applicationName(b[1], b[2], b[3]), equals(1, 2, 3));
      same(projectName(a[0], a[2]), projectName(b[0], b[2]), equals(0, 2));
      same(deliveryApplicationName(a[0], a[2]), deliveryApplicationName(b[0], b[2]), equals(0, 2));
      // An environment may be called like a cluster, but no unit that is placed is called `delivery`.
      const unitName = b[3] === 'delivery' ? 'other' : b[3];
      expect(deliveryApplicationName(a[0], a[2])).not.toBe(applicationName(b[1], b[2], unitName));
    }),
    // Few letters, so that equal parts and shifted boundaries occur.
    {
      examples: [
        [
          ['e', 'a-b', 'c', 'd'],
          ['e', 'a', 'b-c', 'd'],
        ],
      ],
    },
  );
});

test('unit ids, Application names and values files of a fleet are unique', () => {
  const fleet = fleetOf(meridian());
  const ids = fleet.units.map((unit) => unit.ref.id);
  expect(new Set(ids).size).toBe(ids.length);
  const paths = fleet.values.map((file) => file.path);
  expect(new Set(paths).size).toBe(paths.length);
});

test('adding a tenant changes no unit but its own', () => {
  const before = inputs(fleetOf(meridian()));
  fc.assert(
    fc.property(
      label.filter((name) => !['payments', 'storefront', 'commerce', 'platform', 'baseline', 'ingress'].includes(name)),
      fc.subarray(['dev', 'prod'], { minLength: 1 }),
      (name, environments) => {
        const platform = meridian();
        platform.tenants.push(tenant(name, { environments }));
        const ids = changed(before, inputs(fleetOf(platform)));
        expect(ids.length).toBe(2 * environments.length);
        expect(ids.filter((id) => id.split('/')[2] !== name)).toEqual([]);
      },
    ),
    { numRuns: 50 },
  );
});

test('adding an app changes only its own units and the delivery units of its tenant', () => {
  const before = inputs(fleetOf(meridian()));
  const platform = meridian();
  platform.apps.push({
    name: 'ledger',
    tenant: 'payments',
    kind: 'service',
    origin: { image: 'ghcr.io/meridian/ledger' },
    spec: { port: 80 },
  });
  expect(changed(before, inputs(fleetOf(platform)))).toEqual([
    'dev/dev-eu-1/payments/ledger',
    'dev/hub-eu-1/payments/delivery',
    'prod/hub-eu-1/payments/delivery',
    'prod/prod-us-1/payments/ledger',
  ]);
});

test('setting an image changes one unit', () => {
  const before = inputs(fleetOf(meridian()));
  const platform = meridian();
  platform.images.push({
    environment: 'dev',
    tenant: 'payments',
    images: { checkout: 'ghcr.io/meridian/checkout@sha256:1' },
  });
  expect(changed(before, inputs(fleetOf(platform)))).toEqual(['dev/dev-eu-1/payments/checkout']);
});

test('adding a cluster changes its own units and the delivery units of its environment', () => {
  const before = inputs(fleetOf(meridian()));
  const platform = meridian();
  platform.clusters.push(cluster('dev-eu-2', 'dev'));
  const ids = changed(before, inputs(fleetOf(platform)));
  expect(ids.filter((id) => !id.startsWith('dev/dev-eu-2/'))).toEqual([
    'dev/hub-eu-1/payments/delivery',
    'dev/hub-eu-1/platform/delivery',
    'dev/hub-eu-1/storefront/delivery',
  ]);
});
