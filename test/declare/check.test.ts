import { expect, test } from 'vitest';
import { checkDeclaration, type DeclaredKind } from '#src/declare/index.ts';

function problems(kind: DeclaredKind, value: unknown): readonly string[] {
  const checked = checkDeclaration(kind, value);
  return 'problems' in checked ? checked.problems.map(({ pointer, message }) => `${pointer} ${message}`) : [];
}

const cluster = {
  name: 'dev-eu-1',
  environment: 'dev',
  hub: 'hub-eu-1',
  provider: { name: 'gcp' },
  kubernetes: '1.34',
};

function cidr(pods: string): readonly string[] {
  return problems('cluster', { ...cluster, network: { cidrs: { pods } } });
}

test.each(['10.20.0.0/16', '0.0.0.0/0', '10.1.2.3/32', 'fd00:20::/48', '::/0', '::1/128', '2001:db8:0:0:0:0:0:0/32'])(
  'CIDR %s',
  (text) => {
    expect(cidr(text)).toEqual([]);
  },
);

test.each([
  '10.20.0.1/16',
  '10.0.0.0',
  '10.0.0/8',
  '010.0.0.0/8',
  '10.0.0.0/33',
  '10.0.0.0/08',
  'fd00::1/64',
  '1::2::/32',
  '::/129',
  'fd00:zz::/32',
])('no CIDR: %s', (text) => {
  expect(cidr(text)).toEqual([expect.stringContaining('/network/cidrs/pods')]);
});

const digest = 'a'.repeat(64);

test.each([
  `ghcr.io/meridian/checkout@sha256:${digest}`,
  `localhost:5000/a/b_c:v1.2@sha256:${digest}`,
  `web@sha256:${digest}`,
])('image %s', (image) => {
  expect(problems('images', { environment: 'dev', tenant: 'payments', images: { checkout: image } })).toEqual([]);
});

test.each([
  'ghcr.io/meridian/checkout',
  'ghcr.io/meridian/checkout:1.4',
  `ghcr.io/Meridian/checkout@sha256:${digest}`,
  `ghcr.io/meridian/checkout@sha256:${digest.toUpperCase()}`,
  `ghcr.io/meridian/checkout@sha256:${digest}0`,
  `ghcr.io/meridian/checkout@sha256:${digest}@sha256:${digest}`,
  `ghcr.io//checkout@sha256:${digest}`,
])('no pinned image: %s', (image) => {
  expect(problems('images', { environment: 'dev', tenant: 'payments', images: { checkout: image } })).toHaveLength(1);
});

test.each(['1', '0.5', '500m', '8Gi', '1e3', '2k', '.5'])('quantity %s', (value) => {
  expect(problems('tenant', { name: 'payments', quota: { hard: { pods: value } } })).toEqual([]);
});

test.each(['', '-1', '1 Gi', '8gi', 'Gi', '1.2.3', '1K'])('no quantity: %s', (value) => {
  expect(problems('tenant', { name: 'payments', quota: { hard: { pods: value } } })).toHaveLength(1);
});

test.each(['a', 'a-b', 'a1', 'a'.repeat(40)])('tenant name %s', (name) => {
  expect(problems('tenant', { name })).toEqual([]);
});

test.each(['', 'A', '1a', 'a-', '-a', 'a.b', 'a_b', '../a', 'a'.repeat(41), 'root', 'platform', 'ä'])(
  'no tenant name: %s',
  (name) => {
    expect(problems('tenant', { name })).toHaveLength(1);
  },
);

test("keys without a value count as absent, and the copy is the author's no more", () => {
  const groups = ['admins@meridian.example'];
  const checked = checkDeclaration('tenant', {
    name: 'payments',
    description: undefined,
    access: { admin: { groups } },
  });
  groups.push('late@meridian.example');
  expect(checked).toEqual({ value: { name: 'payments', access: { admin: { groups: ['admins@meridian.example'] } } } });
});

test('a typo is answered with the nearest name, whatever kind of value it is', () => {
  const checked = checkDeclaration('tenant', {
    name: 'payments',
    placement: { spred: 'all' },
    podSecurity: 'restrictd',
  });
  expect('problems' in checked && checked.problems.map((problem) => problem.hint)).toEqual([
    'Did you mean `spread`? Allowed: `clusterSelector`, `spread`.',
    'Did you mean `restricted`? Allowed: `privileged`, `baseline` or `restricted`.',
  ]);
});

test('what is no data is named by its place, cycles included', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['again'] = cyclic;
  expect(problems('tenant', { name: 'payments', extensions: { a: Number.NaN, b: 1n, c: cyclic } })).toEqual([
    '/extensions/a `extensions.a` is NaN',
    '/extensions/b `extensions.b` is a bigint',
    '/extensions/c/again `extensions.c.again` is a Object',
  ]);
});

test('a password in a URL is not repeated', () => {
  const text = problems('tenant', {
    name: 'payments',
    repositories: ['https://bot:hunter2@git.meridian.example/a.git'],
  }).join('');
  expect(text).toContain('credentials');
  expect(text).not.toContain('hunter2');
});

test.each(['https://ghp_0123@git.meridian.example/a.git', 'http://bot@git.meridian.example/a.git'])(
  'a user in an HTTP URL is a token: %s',
  (url) => {
    expect(problems('tenant', { name: 'payments', repositories: [url] }).join('')).toContain('credentials');
    expect(problems('tenant', { name: 'payments', repositories: ['ssh://git@git.meridian.example/a.git'] })).toEqual(
      [],
    );
  },
);

test.each(['system:masters', 'system:authenticated', 'system:serviceaccount:kube-system:default'])(
  'a subject of Kubernetes itself is refused: %s',
  (name) => {
    const text = problems('tenant', { name: 'payments', access: { admin: { groups: [name], users: [name] } } });
    expect(text).toHaveLength(2);
    expect(text[0]).toContain("Kubernetes' own");
  },
);

test.each([
  ['a\u001b[31mb', 'control characters'],
  ['a\u0000b', 'control characters'],
  ['a\r\nb', 'control characters'],
  ['a\u2028b', 'control characters'],
  ['a\ud800', 'surrogate'],
])('free text is text: %j', (description, reason) => {
  expect(problems('tenant', { name: 'payments', description }).join('')).toContain(reason);
  expect(problems('tenant', { name: 'payments', description: 'Größe\n\t🙂' })).toEqual([]);
});

test.each(['../podinfo', 'a b', '-x', 'a//b', '.'])('the name of a chart is a name: %j', (chart) => {
  const origin = { chart: { repository: 'https://charts.meridian.example', chart, version: '1.2.3' } };
  expect(problems('tenant', { name: 'payments', apps: [{ name: 'maps', origin }] })).not.toEqual([]);
});
