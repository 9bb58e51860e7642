import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';

function run(rule: string, ...objects: readonly object[]) {
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  return judge([{ path: 'case.yaml', text }], { target: { minor: 36 }, rules: selectRules({ names: [rule] }) })
    .findings;
}

function secret(more: object): object {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' }, ...more };
}

const value = 'correct-horse';
const encoded = Buffer.from(value).toString('base64');
const sealed = `ENC[AES256_GCM,data:${encoded},iv:aXY=,tag:dGFn,type:str]`;

test.each([
  ['data', { data: { password: encoded } }, ['/data']],
  ['both', { data: { a: encoded }, stringData: { b: value } }, ['/data', '/stringData']],
  ['a word that stands for one', { stringData: { password: 'changeme' } }, ['/stringData']],
  ['nothing', {}, []],
  ['empty values', { data: { password: '' }, stringData: { token: ' ' } }, []],
  ['null', { data: null, stringData: { token: null } }, []],
  ['a reference', { stringData: { a: '<path:shop/web#a>', b: '${B}', c: 'vault:secret/data/c', d: '{{ .d }}' } }, []],
  ['a reference in base64', { data: { a: Buffer.from('<path:shop/web#a>').toString('base64') } }, []],
  ['a certificate', { data: { 'ca.crt': Buffer.from('-----BEGIN CERTIFICATE-----\nMII').toString('base64') } }, []],
  ['what SOPS encrypted', { stringData: { password: sealed }, sops: { version: '3.9.0' } }, []],
])('a Secret with %s', (_name, more, pointers) => {
  const findings = run('plain-secret', secret(more));
  expect(findings.map(({ pointer }) => pointer)).toEqual(pointers);
  for (const text of [value, encoded]) expect(JSON.stringify(findings)).not.toContain(text);
});

test("Argo CD's repositories may say where they are, not how one gets in", () => {
  const metadata = { name: 'web', labels: { 'argocd.argoproj.io/secret-type': 'repository' } };
  const stringData = { type: 'git', url: 'https://git.example.com/shop', username: 'robot' };
  expect(run('plain-secret', secret({ metadata, stringData }))).toEqual([]);
  const [finding] = run('plain-secret', secret({ metadata, stringData: { ...stringData, password: value } }));
  expect(finding?.message).toBe('stringData holds "password" in plain text');
});

test('what kubectl keeps for itself is a copy', () => {
  const key = 'kubectl.kubernetes.io/last-applied-configuration';
  const annotations = { [key]: JSON.stringify(secret({ data: { password: encoded } })) };
  expect(
    run('plain-secret', secret({ metadata: { name: 'web', annotations } })).map(({ messageId }) => messageId),
  ).toEqual(['annotation']);
});

test('what is encrypted is so in every part', () => {
  const half = secret({ stringData: { password: sealed, token: value, empty: '' }, sops: { version: '3.9.0' } });
  expect(run('half-encrypted-secret', half).map(({ pointer }) => pointer)).toEqual(['/stringData/token']);
  expect(run('half-encrypted-secret', secret({ stringData: { token: value } }))).toEqual([]);
  const spec = { encryptedData: { a: encoded, b: 'AgB7'.repeat(150), c: 7, d: null } };
  const object = { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata: { name: 'web' }, spec };
  expect(run('half-encrypted-secret', object).map(({ pointer }) => pointer)).toEqual(['/spec/encryptedData/a']);
});

test.each([
  ['eks.amazonaws.com/role-arn', 'arn:aws:iam::123456789012:role/backup', true],
  ['eks.amazonaws.com/role-arn', 'arn:aws-cn:iam::123456789012:role/team/backup', true],
  ['eks.amazonaws.com/role-arn', 'arn:aws:iam::123456789012:user/backup', false],
  ['iam.gke.io/gcp-service-account', 'backup@shop-prod.iam.gserviceaccount.com', true],
  ['iam.gke.io/gcp-service-account', 'backup', false],
  ['azure.workload.identity/client-id', '01234567-89ab-cdef-0123-456789abcdef', true],
  ['azure.workload.identity/client-id', 'backup', false],
  ['example.com/note', 'backup', true],
])('%s: %s', (name, text, good) => {
  const metadata = { name: 'backup', annotations: { [name]: text } };
  const findings = run('service-account-identity', { apiVersion: 'v1', kind: 'ServiceAccount', metadata });
  expect(findings).toHaveLength(good ? 0 : 1);
});

test('a key that lives for ever is named in stores and issuers, too', () => {
  const store = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name: 'a' },
    spec: {
      provider: { aws: { service: 'SecretsManager', auth: { secretRef: { accessKeyIDSecretRef: { name: 'aws' } } } } },
    },
  };
  const vault = { ...store, spec: { provider: { vault: { auth: { tokenSecretRef: { name: 'vault' } } } } } };
  const issuer = {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name: 'a' },
    spec: {
      acme: { solvers: [{ dns01: { cloudDNS: { serviceAccountSecretRef: { name: 'dns', key: 'key.json' } } } }] },
    },
  };
  const pointers = run('static-cloud-credentials', store, vault, issuer).map(({ pointer }) => pointer);
  expect(new Set(pointers)).toEqual(
    new Set(['/spec/acme/solvers/0/dns01/cloudDNS/serviceAccountSecretRef', '/spec/provider/aws/auth/secretRef']),
  );
});
