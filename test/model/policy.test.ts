import { expect, test } from 'vitest';
import { formatLocation } from '#src/kernel/index.ts';
import { resolveFleet } from '#src/model/index.ts';
import type { Policy, WaiverDeclaration } from '#src/model/index.ts';
import { declare, meridian } from './platform.ts';
import type { Platform } from './platform.ts';

function resolved(change: (platform: Platform) => void): {
  readonly policy: Policy;
  readonly errors: readonly string[];
} {
  const platform = meridian();
  change(platform);
  const { fleet, errors } = resolveFleet(declare(platform));
  return {
    policy: fleet.policy,
    errors: errors.map(({ code, message, location }) => {
      const place = location === undefined ? '' : formatLocation(location);
      return `${place} ${code}: ${message}`;
    }),
  };
}

function waiver(scope: WaiverDeclaration['scope'], rule = 'some-rule'): WaiverDeclaration {
  return { rule, scope, reason: 'why', owner: 'payments', expires: '2027-01-31' };
}

test('waivers come in order of rule and place, with where they stand', () => {
  const { policy, errors } = resolved((p) => {
    p.waivers = [waiver({ tenant: 'payments' }, 'b'), waiver({ unit: 'payments/checkout' }, 'a'), waiver({}, 'a')];
  });
  expect(errors).toEqual([]);
  expect(policy.waivers.map(({ rule, scope, declared }) => [rule, scope, declared.line])).toEqual([
    ['a', { unit: 'payments/checkout' }, 2],
    ['a', {}, 3],
    ['b', { tenant: 'payments' }, 1],
  ]);
});

test.each<readonly [string, WaiverDeclaration['scope']]>([
  ['environment', { environment: 'production' }],
  ['cluster', { cluster: 'dev-eu-9' }],
  ['tenant', { tenant: 'payment' }],
  ['component', { component: 'ingres' }],
  ['unit', { unit: 'payments/chekout' }],
])('a waiver for an unknown %s', (part, scope) => {
  const { errors } = resolved((p) => {
    p.waivers = [waiver(scope)];
  });
  expect(errors).toEqual([
    `platform/policy/waivers.ts#/scope/${part}:1:1 unknown-${part}: A waiver of rule \`some-rule\` is for ${part} \`${Object.values(scope).join('')}\`, which there is none of.`,
  ]);
});

test('what is outside is on the clusters that were named, or on all', () => {
  const { policy, errors } = resolved((p) => {
    const objects = [{ kind: '/Secret', name: 'a' }];
    p.outside = [
      { name: 'everywhere', reason: 'r', objects },
      { name: 'some', reason: 'r', objects, environments: ['prod'], clusters: ['hub-eu-1'] },
    ];
  });
  expect(errors).toEqual([]);
  expect(policy.outside.map(({ name, clusters }) => [name, clusters])).toEqual([
    ['everywhere', ['dev-eu-1', 'hub-eu-1', 'prod-us-1']],
    ['some', ['hub-eu-1', 'prod-us-1']],
  ]);
});

test('a chart of a component brings its objects to its clusters, that of an app to its namespace', () => {
  const { policy, errors } = resolved((p) => {
    p.components = p.components.map((one) =>
      one.name === 'ingress' ? Object.assign({}, one, { outside: [{ kind: '/Service', name: 'lb' }] }) : one,
    );
    p.apps = p.apps.map((one) =>
      Object.assign({}, one, {
        outside: [
          { kind: '/Service', name: one.name },
          { kind: '/Secret', namespace: 'own' },
        ],
      }),
    );
  });
  expect(errors).toEqual([]);
  expect(policy.outside.map(({ name, clusters, objects }) => [name, clusters, objects[0]?.namespace])).toEqual([
    ['component/ingress', ['dev-eu-1', 'hub-eu-1', 'prod-us-1'], undefined],
    ['storefront/docs', ['dev-eu-1'], 'storefront-dev'],
    ['storefront/maps', ['dev-eu-1'], 'storefront-dev'],
  ]);
  expect(policy.outside[1]?.objects[1]?.namespace).toBe('own');
});

test('what cannot be resolved', () => {
  const { errors } = resolved((p) => {
    const objects = [{ kind: '/Secret' }];
    p.outside = [
      { name: 'cloud', reason: 'r', objects, environments: ['devv'] },
      { name: 'cloud', reason: 'r', objects, clusters: ['dev-eu-2'] },
    ];
    p.tenants = p.tenants.map((one) =>
      Object.assign({}, one, { apps: one.apps?.map((app) => Object.assign({}, app, { outside: objects })) }),
    );
    p.policies = [{ rules: { a: {} } }, { rules: { a: { severity: 'info' }, b: {} } }];
    p.rules = [{ id: 'same' }, { id: 'same' }];
  });
  expect(errors).toEqual([
    'platform/policy/outside.ts#/environments/0:1:1 unknown-environment: Outside `cloud` is in environment `devv`, which is not declared.',
    'platform/policy/outside.ts#/name:2:1 duplicate-name: Outside `cloud` is declared twice; the other one is outside/cloud (platform/policy/outside.ts:1:1).',
    'platform/policy/policy.ts#/rules/a:2:1 duplicate-setting: Rule `a` is set twice; the other place is policy (platform/policy/policy.ts#/rules/a:1:1).',
    'platform/policy/rules.ts#/id:2:1 duplicate-name: Rule `same` is declared twice; the other one is rule/same (platform/policy/rules.ts:1:1).',
    'tenants/payments.ts#/outside:10:1 app-outside-refused: App `payments/checkout` has `outside`, but all its objects are made here, of an image.',
  ]);
});

test('settings are sorted by rule', () => {
  const { policy } = resolved((p) => {
    p.policies = [{ rules: { b: { severity: 'info' } } }, { rules: { a: { options: { x: 1 } } } }];
  });
  expect(Object.keys(policy.settings)).toEqual(['a', 'b']);
  expect(policy.settings['a']).toMatchObject({
    options: { x: 1 },
    declared: { file: 'platform/policy/policy.ts#/rules/a' },
  });
});
