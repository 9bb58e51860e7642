import { describe, expect, test } from 'vitest';
import type { Finding, UnitRef } from '#src/kernel/index.ts';
import type { Fleet, Unit, Waiver } from '#src/model/types.ts';
import { applyWaivers, openFindings } from '#src/validate/index.ts';
import { fleetWith } from '../../scaffold/fleet.ts';

const today = '2026-11-21';

function unitRef(environment: string, owner: string, name: string): UnitRef {
  const cluster = `${environment}-eu-1`;
  return {
    id: `${environment}/${cluster}/${owner}/${name}`,
    environment,
    cluster,
    name,
    kind: owner === 'platform' ? 'component' : 'app',
    owner,
    ...(owner === 'platform' ? {} : { tenant: owner }),
  };
}

const devWeb = unitRef('dev', 'payments', 'web');
const prodWeb = unitRef('prod', 'payments', 'web');
const gateway = unitRef('prod', 'platform', 'gateway');
const refs = [devWeb, prodWeb, gateway];

function finding(unit: UnitRef, parts: Partial<Finding> = {}): Finding {
  return {
    rule: 'image-digest-pinned',
    messageId: 'tag',
    severity: 'error',
    message: `${unit.id} has a tag`,
    fix: 'Pin it.',
    docs: 'docs/rules/image-digest-pinned.md',
    object: { group: 'apps', version: 'v1', kind: 'Deployment', namespace: 'payments-dev', name: 'web' },
    pointer: '/spec/template/spec/containers/0/image',
    container: 'web',
    unit,
    fingerprint: unit.id.padEnd(32, '0').slice(0, 32),
    ...parts,
  };
}

function waiver(parts: Partial<Waiver> = {}): Waiver {
  return {
    rule: 'image-digest-pinned',
    scope: { unit: 'payments/web' },
    reason: 'No digests yet.',
    owner: 'payments',
    expires: '2027-03-31',
    declared: { file: 'platform/policy/waivers.ts', line: 3, column: 1, symbol: 'waiver/image-digest-pinned' },
    ...parts,
  };
}

interface Case {
  readonly waivers: readonly Waiver[];
  readonly findings?: readonly Finding[];
  readonly judged?: readonly UnitRef[];
  readonly rules?: readonly string[];
  readonly crashed?: readonly string[];
}

function run(given: Case): readonly Finding[] {
  const { waivers, findings = refs.map((ref) => finding(ref)), judged = refs } = given;
  const units = refs.map((ref) => ({ ref }) as Unit);
  const fleet: Fleet = { ...fleetWith('payments'), units, policy: { ...fleetWith().policy, waivers } };
  return applyWaivers(findings, {
    fleet,
    today,
    units: units.filter(({ ref }) => judged.includes(ref)),
    rules: new Set(given.rules ?? ['image-digest-pinned']),
    crashed: new Set(given.crashed ?? []),
  });
}

function waivedIn(findings: readonly Finding[]): readonly (string | undefined)[] {
  return findings.filter((one) => one.waiver !== undefined).map(({ unit }) => unit?.id);
}

function about(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ rule }) => rule.startsWith('waiver-')).map(({ rule, message }) => `${rule}: ${message}`);
}

describe('a waiver that is used', () => {
  test('says its reason, owner and day on what it covers, which then does not count', () => {
    const said = run({ waivers: [waiver()] });
    expect(waivedIn(said)).toEqual([devWeb.id, prodWeb.id]);
    expect(said[0]?.waiver).toEqual({ reason: 'No digests yet.', owner: 'payments', expires: '2027-03-31' });
    expect(openFindings({ findings: said }).map(({ unit }) => unit?.id)).toEqual([gateway.id]);
    expect(about(said)).toEqual([]);
  });

  test.each<readonly [string, Waiver['scope'], readonly string[]]>([
    ['an environment and a tenant', { environment: 'prod', tenant: 'payments' }, [prodWeb.id]],
    ['a cluster and a unit', { cluster: 'dev-eu-1', unit: 'payments/web' }, [devWeb.id]],
    ['a component', { component: 'gateway' }, [gateway.id]],
    ['an object', { object: { kind: 'apps/Deployment', name: 'web' }, environment: 'dev' }, [devWeb.id]],
    ['an object of another namespace', { object: { kind: 'apps/Deployment', namespace: 'other', name: 'web' } }, []],
    ['an object of another kind', { object: { kind: '/Deployment', name: 'web' } }, []],
    ['a container', { unit: 'payments/web', container: 'web', environment: 'prod' }, [prodWeb.id]],
    ['another container', { unit: 'payments/web', container: 'proxy' }, []],
    ['the field above', { component: 'gateway', pointer: '/spec/template/spec/containers/0' }, [gateway.id]],
    ['a field of a like name', { component: 'gateway', pointer: '/spec/template/spec/containers/0/im' }, []],
  ])('covers %s', (_, scope, ids) => {
    expect(waivedIn(run({ waivers: [waiver({ scope })] }))).toEqual(ids);
  });

  test('does not cover what another rule found, nor what is in no unit', () => {
    const { unit: _, ...nowhere } = finding(devWeb);
    const said = run({ waivers: [waiver()], findings: [finding(devWeb, { rule: 'known-fields' }), nowhere] });
    expect(waivedIn(said)).toEqual([]);
  });
});

describe('a waiver that is not used', () => {
  const gone = { waivers: [waiver()], findings: [finding(gateway)] };

  test('is a warning at its declaration', () => {
    const [, said] = run(gone);
    expect(said).toMatchObject({
      rule: 'waiver-unused',
      severity: 'warning',
      message: 'the waiver of image-digest-pinned for unit payments/web covers nothing',
      location: { file: 'platform/policy/waivers.ts', line: 3, column: 1 },
      docs: 'docs/rules/waiver-unused.md',
    });
  });

  test('is not spoken of when a part of its scope, or its rule, was left out or failed', () => {
    expect(about(run({ ...gone, judged: [devWeb, gateway] }))).toEqual([]);
    expect(about(run({ ...gone, judged: [gateway] }))).toEqual([]);
    expect(about(run({ ...gone, rules: ['known-fields'] }))).toEqual([]);
    expect(about(run({ ...gone, crashed: ['image-digest-pinned'] }))).toEqual([]);
  });
});

describe('a waiver that ended', () => {
  test('no longer holds, and says what it covered', () => {
    const said = run({ waivers: [waiver({ expires: '2026-11-20' })] });
    expect(waivedIn(said)).toEqual([]);
    expect(about(said)).toEqual([
      `waiver-expired: the waiver of image-digest-pinned for unit payments/web ended on 2026-11-20; it covered: ${devWeb.id} has a tag (and 1 more)`,
    ]);
    expect(said.at(-1)?.severity).toBe('error');
  });

  test('is found by a run that was not asked about its rule, too', () => {
    const said = run({ waivers: [waiver({ expires: '2026-11-20' })], rules: ['known-fields'] });
    expect(about(said)).toContainEqual(
      'waiver-expired: the waiver of image-digest-pinned for unit payments/web ended on 2026-11-20',
    );
  });

  test('holds on its last day', () => {
    expect(about(run({ waivers: [waiver({ expires: today })] }))).toEqual([]);
  });
});

test.each<readonly [string, Waiver['scope'], string]>([
  ['nothing', {}, 'everything'],
  ['an environment', { environment: 'dev' }, 'in environment dev'],
  ['a container', { container: 'web', cluster: 'dev-eu-1' }, 'container web in cluster dev-eu-1'],
])('a scope that names %s is too wide, and covers nothing', (_, scope, seen) => {
  const said = run({ waivers: [waiver({ scope })] });
  expect(waivedIn(said)).toEqual([]);
  expect(about(said)).toEqual([
    `waiver-scope: the waiver of image-digest-pinned is too wide (${seen}), so it does not hold`,
  ]);
});

test('an owner is a tenant, its team, or the owner of an environment or component', () => {
  expect(about(run({ waivers: [waiver({ owner: 'platform' })] }))).toEqual([]);
  expect(about(run({ waivers: [waiver({ owner: 'anna' })] }))).toEqual([
    'waiver-owner: nobody in the declarations is called "anna", who owns the waiver of image-digest-pinned',
  ]);
});

test('a year ahead is the most', () => {
  expect(about(run({ waivers: [waiver({ expires: '2027-11-21' })] }))).toEqual([]);
  const said = run({ waivers: [waiver({ expires: '2027-11-22' })] });
  expect(about(said)).toEqual([
    'waiver-expiry: the waiver of image-digest-pinned holds until 2027-11-22, more than a year from now',
  ]);
  expect(waivedIn(said)).toEqual([devWeb.id, prodWeb.id]);
});

test('two waivers with one scope are two findings', () => {
  const said = run({ waivers: [waiver(), waiver()], findings: [] });
  expect(new Set(said.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});
