import { describe, expect, test } from 'vitest';
import { checkDeclaration, type DeclaredKind } from '#src/declare/index.ts';

/** `<pointer> <message>` of everything that is wrong. */
function problems(kind: DeclaredKind, value: unknown): readonly string[] {
  const checked = checkDeclaration(kind, value);
  return 'problems' in checked ? checked.problems.map(({ pointer, message }) => `${pointer} ${message}`) : [];
}

const waiver = {
  rule: 'a-rule',
  scope: { tenant: 'payments' },
  reason: 'why',
  owner: 'payments',
  expires: '2027-01-31',
};

describe('waiver', () => {
  test('with every part of a scope', () => {
    const scope = {
      environment: 'dev',
      cluster: 'dev-eu-1',
      tenant: 'payments',
      component: 'gateway',
      unit: 'platform/gateway',
      object: { kind: '/Service', namespace: '0-start', name: 'system:web' },
      container: '2fa',
      pointer: '/metadata/labels/a~1b',
    };
    expect(problems('waiver', { ...waiver, scope })).toEqual([]);
  });

  test.each<readonly [string, object, string]>([
    ['no day', { expires: 'next year' }, '/expires `expires` is "next year"'],
    ['no day in the calendar', { expires: '2027-02-30' }, '/expires `expires` is "2027-02-30"'],
    ['no reason', { reason: ' ' }, '/reason `reason` is " "'],
    ['an unknown part of a scope', { scope: { tenants: 'a' } }, '/scope/tenants `scope`: unknown key `tenants`'],
    ['a kind without a slash', { scope: { object: { kind: 'Service', name: 'a' } } }, '/scope/object/kind'],
    ['an object without a name', { scope: { object: { kind: '/Service' } } }, '/scope/object/name'],
    ['a unit without owner', { scope: { unit: 'checkout' } }, '/scope/unit'],
    ['a pointer that is none', { scope: { tenant: 'a', pointer: 'spec.replicas' } }, '/scope/pointer'],
    ['an id that is none', { rule: 'kube-linter/latest-tag' }, '/rule'],
  ])('%s', (_, fields, problem) => {
    expect(problems('waiver', { ...waiver, ...fields })).toEqual([expect.stringContaining(problem)]);
  });
});

const rule = { id: 'a-rule', title: 'T.', fix: 'F.', severity: 'error', kinds: ['/Service'], check: () => {} };

describe('rule', () => {
  test('about an object, and about the set', () => {
    expect(problems('rule', { ...rule, kinds: 'pod-template', options: { a: [1] }, aliases: ['tool/x'] })).toEqual([]);
    const { check, ...rest } = rule;
    expect(problems('rule', { ...rest, kinds: 'every', checkSet: check })).toEqual([]);
  });

  test.each<readonly [string, object, string]>([
    ['neither of the two', { check: undefined }, '/check'],
    ['both', { checkSet: () => {} }, '/checkSet'],
    ['code that is none', { check: 'yes' }, '/check `check` is "yes"'],
    ['a set of the package', { set: 'api-server' }, '/set `set` is "api-server"'],
    ['pods of a rule about the set', { check: undefined, checkSet: () => {}, kinds: 'pod-template' }, '/kinds'],
    ['kinds that are none', { kinds: ['Service'] }, '/kinds'],
    ['options with code', { options: { a: () => {} } }, '/options/a'],
    ['a page elsewhere', { docs: '../page.md' }, '/docs'],
    ['an unknown severity', { severity: 'warn' }, '/severity'],
  ])('%s', (_, fields, problem) => {
    expect(problems('rule', { ...rule, ...fields })).toEqual([expect.stringContaining(problem)]);
  });
});

const admissionRule = {
  id: 'few-replicas',
  title: 'T.',
  fix: 'F.',
  severity: 'warning',
  match: { resourceRules: [{ apiGroups: ['apps'], apiVersions: ['v1'], resources: ['deployments'] }] },
  validations: [{ expression: 'object.spec.replicas <= 10', reason: 'Invalid' }],
};

describe('admission rule', () => {
  test('with selectors, conditions and variables', () => {
    const selector = { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'c', operator: 'In', values: ['d'] }] };
    const named = [{ name: 'a.b/c', expression: 'true' }];
    const match = { ...admissionRule.match, namespaceSelector: selector, objectSelector: selector };
    const full = { ...admissionRule, match, matchConditions: named, variables: [{ name: 'few', expression: '1' }] };
    expect(problems('admission-rule', { ...full, actions: ['Warn', 'Audit'], tiers: ['prod'] })).toEqual([]);
  });

  test.each<readonly [string, object, string]>([
    ['no validation', { validations: [] }, '/validations'],
    ['nothing that matches', { match: { resourceRules: [] } }, '/match/resourceRules'],
    ['an unknown action', { actions: ['Refuse'] }, '/actions'],
    ['an unknown tier', { tiers: ['production'] }, '/tiers'],
  ])('%s', (_, fields, problem) => {
    expect(problems('admission-rule', { ...admissionRule, ...fields })).toEqual([expect.stringContaining(problem)]);
  });
});

describe('outside', () => {
  const outside = { name: 'provider', reason: 'why', objects: [{ kind: '/Secret', name: 'a', keys: ['tls.crt'] }] };

  test('objects with labels, keys and ports', () => {
    const objects = [{ kind: '/Service', labels: { a: 'b' }, ports: ['http', 80] }, { kind: 'a.io/Thing' }];
    expect(problems('outside', { ...outside, objects, environments: ['dev'] })).toEqual([]);
  });

  test.each<readonly [string, object, string]>([
    ['no objects', { objects: [] }, '/objects'],
    ['an unknown field', { objects: [{ kind: '/Secret', key: 'a' }] }, '/objects/0/key'],
    ['a port that is none', { objects: [{ kind: '/Service', ports: [0] }] }, '/objects/0/ports/0'],
    ['a name with a star', { objects: [{ kind: '/Secret', name: 'a*' }] }, '/objects/0/name'],
  ])('%s', (_, fields, problem) => {
    expect(problems('outside', { ...outside, ...fields })).toEqual([expect.stringContaining(problem)]);
  });
});

test('policy: severities and options by rule', () => {
  expect(problems('policy', { rules: { 'a-rule': { severity: 'info', options: { a: 1 } }, b: {} } })).toEqual([]);
  expect(problems('policy', { rules: { 'a-rule': { severity: 'off' } } })).toEqual([
    expect.stringContaining('/rules/a-rule/severity'),
  ]);
  expect(problems('policy', { rules: { 'A Rule': {} } })).toEqual([expect.stringContaining('/rules/A Rule')]);
});
