import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';

function say(project: object, { repository = 'https://git.example.com/shop/web', namespace = 'shop' } = {}) {
  const documents = [
    { kind: 'AppProject', metadata: { name: 'shop', namespace: 'argocd' }, spec: project },
    {
      kind: 'Application',
      metadata: { name: 'web', namespace: 'argocd' },
      spec: {
        project: 'shop',
        source: { repoURL: repository, path: 'web', targetRevision: 'v1.2.3' },
        destination: { server: 'https://kubernetes.default.svc', namespace },
      },
    },
  ];
  const text = documents.map((one) => JSON.stringify({ apiVersion: 'argoproj.io/v1alpha1', ...one })).join('\n---\n');
  const rules = selectRules({ names: ['project-allows'] });
  return judge([{ path: 'argo.yaml', text }], { target: { minor: 36 }, rules }).findings.map(
    ({ messageId, seen }) => `${messageId} ${seen}`,
  );
}

const everywhere = [{ server: '*', namespace: '*' }];
const anything = ['*'];

test.each([
  ['https://git.example.com/shop/web.git', 'https://git.example.com/shop/web'],
  ['https://git.example.com/Shop/web', 'https://git.example.com/shop/web.git'],
  ['git@git.example.com:shop/web.git', 'ssh://git@git.example.com/shop/web'],
  ['https://git.example.com/shop/*', 'https://git.example.com/shop/web.git'],
  ['https://git.example.com/{shop,bank}/web', 'https://git.example.com/bank/web'],
  ['!https://git.example.com/bank/*', 'https://git.example.com/shop/web'],
])('%s allows %s', (allowed, repository) => {
  expect(say({ sourceRepos: [allowed], destinations: everywhere }, { repository })).toEqual([]);
});

test.each([
  [['https://git.example.com/bank'], 'https://git.example.com/shop'],
  [['*', '!https://git.example.com/shop/*'], 'https://git.example.com/shop/web.git'],
  [[], 'https://git.example.com/shop'],
])('%j does not allow %s', (sourceRepos, repository) => {
  expect(say({ sourceRepos, destinations: everywhere }, { repository })).toEqual([`repository ${repository}`]);
});

test('an entry with `!` takes everything else, and refuses what it names whatever the others take', () => {
  const denied = { server: '*', namespace: '!kube-*' };
  for (const destinations of [[denied], [denied, ...everywhere]]) {
    expect(say({ sourceRepos: anything, destinations })).toEqual([]);
    expect(say({ sourceRepos: anything, destinations }, { namespace: 'kube-system' })).toHaveLength(1);
  }
  const cluster = [{ server: '!https://kubernetes.default.svc', namespace: '*' }, ...everywhere];
  expect(say({ sourceRepos: anything, destinations: cluster })).toHaveLength(1);
});

test('a cluster that the project names in the other way may be the one', () => {
  expect(say({ sourceRepos: anything, destinations: [{ name: 'in-cluster', namespace: 'shop' }] })).toEqual([]);
  expect(say({ sourceRepos: anything, destinations: [{ name: 'in-cluster', namespace: 'bank' }] })).toHaveLength(1);
  expect(say({ sourceRepos: anything, destinations: [] })).toHaveLength(1);
});
