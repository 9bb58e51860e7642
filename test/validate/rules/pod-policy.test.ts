import { describe, expect, test } from 'vitest';
import { judge, openFindings, selectRules } from '#src/validate/index.ts';
import type { Target } from '#src/validate/index.ts';

function pod(spec: object): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec });
}

function container(more: object = {}): object {
  return { name: 'web', image: 'registry.example.com/web:1.4', ...more };
}

function found(names: readonly string[], text: string, target: Partial<Target> = {}) {
  return judge([{ path: 'pod.yaml', text }], { target: { minor: 36, ...target }, rules: selectRules({ names }) })
    .findings;
}

describe('what policy and the Pod Security Standards both say', () => {
  const text = pod({
    hostPID: true,
    containers: [
      container({ securityContext: { privileged: true, capabilities: { add: ['SYS_ADMIN', 'NET_ADMIN'] } } }),
    ],
    volumes: [{ name: 'host', hostPath: { path: '/var/run/docker.sock' } }],
  });
  const policy = ['privileged-container', 'host-pid', 'dangerous-capability', 'container-runtime-socket'];

  test('counts once, under the standards', () => {
    const findings = found([...policy, 'pss'], text, { podSecurity: { level: 'restricted' } });
    const said = findings.filter(({ rule }) => policy.includes(rule));
    expect(said.map(({ rule }) => rule).toSorted()).toEqual([
      'container-runtime-socket',
      'dangerous-capability',
      'dangerous-capability',
      'host-pid',
      'privileged-container',
    ]);
    for (const { causes, pointer = '' } of said) {
      const cause = findings.find(({ fingerprint }) => causes?.includes(fingerprint));
      expect(cause?.rule).toMatch(/^pss-/);
      expect(pointer.startsWith(cause?.pointer ?? '-')).toBe(true);
    }
  });

  test('counts without them, too', () => {
    const open = openFindings({ findings: found(policy, text) });
    expect(open.map(({ rule, severity }) => `${rule} ${severity}`).toSorted()).toEqual([
      'container-runtime-socket error',
      'dangerous-capability error',
      'dangerous-capability warning',
      'host-pid error',
      'privileged-container error',
    ]);
  });

  test('carries the ids of other tools that mean the case', () => {
    const [pid] = found(['pss-host-namespaces'], text, { podSecurity: { level: 'baseline' } });
    expect(pid?.aliases).toContain('kube-linter/host-pid');
    expect(pid?.aliases).not.toContain('kube-linter/host-network');
  });
});

function verdict(image: string, target: Partial<Target> = {}) {
  return found(['image-not-latest'], pod({ containers: [container({ image })] }), target).map(
    ({ messageId, severity }) => `${messageId} ${severity}`,
  );
}

describe('images', () => {
  test.each([
    ['web', ['no-tag warning']],
    ['web:latest', ['moving-tag warning']],
    ['localhost:5000/web', ['no-tag warning']],
    ['localhost:5000/web:1', []],
    [`web@sha256:${'a'.repeat(64)}`, []],
    [`web:latest@sha256:${'a'.repeat(64)}`, []],
    ['', []],
  ])('%s', (image, expected) => {
    expect(verdict(image)).toEqual(expected);
  });

  test('a tag that moves is an error in production', () => {
    expect(verdict('web:latest', { tier: 'prod' })).toEqual(['moving-tag error']);
    expect(verdict('web:latest', { tier: 'dev' })).toEqual(['moving-tag warning']);
  });

  test('below an allowed prefix, as a runtime completes the name', () => {
    const rules = selectRules({ names: ['image-registry'] });
    const refused = (image: string, allowed: readonly string[]) =>
      judge([{ path: 'pod.yaml', text: pod({ containers: [container({ image })] }) }], {
        target: { minor: 36 },
        rules,
        ruleOptions: { 'image-registry': { allowed } },
      }).findings.map(({ messageId }) => messageId);
    expect(refused('nginx:1', ['docker.io/library'])).toEqual([]);
    expect(refused('index.docker.io/acme/web:1', ['docker.io/acme'])).toEqual([]);
    expect(refused('ghcr.io/acme/web:1', ['ghcr.io/acme/'])).toEqual([]);
    expect(refused('ghcr.io/acme-evil/web:1', ['ghcr.io/acme'])).toEqual(['not-allowed']);
    expect(refused('k8s.gcr.io/pause:3', [])).toEqual(['retired']);
  });
});

function users(spec: object) {
  return found(['root-user-conflict', 'may-run-as-root'], pod(spec))
    .filter(({ causes }) => causes === undefined)
    .map(({ rule, messageId, pointer }) => `${rule} ${messageId} ${pointer ?? ''}`);
}

describe('users', () => {
  test("the container's word goes before the pod's", () => {
    const context = { runAsNonRoot: true, runAsUser: 1000 };
    expect(users({ securityContext: context, containers: [container()] })).toEqual([]);
    expect(
      users({ securityContext: context, containers: [container({ securityContext: { runAsNonRoot: false } })] }),
    ).toEqual([]);
    expect(users({ securityContext: context, containers: [container({ securityContext: { runAsUser: 0 } })] })).toEqual(
      ['root-user-conflict conflict /spec/containers/0/securityContext/runAsUser'],
    );
    expect(users({ securityContext: { runAsUser: 0 }, containers: [container(), container({ name: 'b' })] })).toEqual([
      'may-run-as-root root /spec/securityContext/runAsUser',
    ]);
  });

  test('in a user namespace root is nobody', () => {
    expect(users({ hostUsers: false, containers: [container()] })).toEqual([]);
  });
});

function paths(path: string, mount: object | undefined = { readOnly: true }) {
  return found(
    ['sensitive-host-path', 'container-runtime-socket'],
    pod({
      containers: [
        container({ volumeMounts: mount === undefined ? [] : [{ name: 'host', mountPath: '/host', ...mount }] }),
      ],
      volumes: [{ name: 'host', hostPath: { path } }],
    }),
  ).map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('paths of the node', () => {
  test.each([
    ['/', { readOnly: true }, ['sensitive-host-path warning']],
    ['/etc/../', {}, ['sensitive-host-path error']],
    ['//etc//kubernetes/', {}, ['sensitive-host-path error']],
    ['/etc/kubernetes/pki', {}, ['sensitive-host-path error']],
    ['/var/log', {}, []],
    ['/run/containerd/containerd.sock', { readOnly: true }, ['container-runtime-socket error']],
    ['/var/run/', {}, ['container-runtime-socket error']],
    ['/var/lib/docker/containers', {}, []],
  ])('%s', (path, mount, expected) => {
    expect(paths(path, mount)).toEqual(expected);
  });
});

function binding(namespace: string) {
  return `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: web}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}\nsubjects:\n  - {kind: ServiceAccount, name: web, namespace: ${namespace}}\n`;
}

test('a token is needed where the account is bound to a role', () => {
  const account =
    'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: shop}\nautomountServiceAccountToken: true\n';
  const text = pod({ serviceAccountName: 'web', containers: [container()] });
  const rule = ['automount-service-account-token'];
  expect(found(rule, [account, text].join('---\n')).map(({ messageId }) => messageId)).toEqual(['required']);
  expect(found(rule, [account, text, binding('shop')].join('\n---\n'))).toEqual([]);
  expect(found(rule, [account, text, binding('other')].join('\n---\n'))).toHaveLength(1);
});
