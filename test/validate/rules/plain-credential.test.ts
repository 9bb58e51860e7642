import { describe, expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';

/** In parts, so that scanners of this repository do not take it for the real thing. */
function fake(...parts: readonly string[]): string {
  return parts.join('');
}

function run(rules: readonly string[], ...objects: readonly object[]) {
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  return judge([{ path: 'case.yaml', text }], { target: { minor: 36 }, rules: selectRules({ names: rules }) }).findings;
}

function configMap(data: object): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data };
}

function podWith(container: object): object {
  const image = 'registry.example.com/web:1.4';
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ name: 'web', image, ...container }] },
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.repeat(2);
const keyHeader = fake('-----BEGIN RSA', ' PRIVATE KEY-----');

const credentials: readonly (readonly [name: string, text: string, kind: string])[] = [
  ['a key', `x\n${keyHeader}\nMIIE`, 'a private key'],
  ['a key of OpenSSH', fake('-----BEGIN OPENSSH', ' PRIVATE KEY-----'), 'a private key'],
  ['a key in base64', Buffer.from(`${keyHeader}\nMIIE${letters}`).toString('base64'), 'a private key in base64'],
  ['a key of age', fake('AGE-SECRET-', 'KEY-1', letters.toUpperCase().slice(0, 58)), 'a private key of age'],
  ['AWS', `id = ${fake('AKIA', 'QWERTYUIOPASDFGH')}`, 'an access key of AWS'],
  ['Google', fake('AIza', letters.slice(0, 35)), 'an API key of Google'],
  ['Azure', fake('DefaultEndpointsProtocol=https;Account', 'Key=', letters), 'a storage key of Azure'],
  ['GitHub', fake('ghp', '_', letters.slice(0, 36)), 'a token of GitHub'],
  ['GitLab', fake('glpat', '-', letters.slice(0, 20)), 'a token of GitLab'],
  ['Slack', fake('xoxb', '-', letters.slice(0, 24)), 'a token of Slack'],
  [
    'a Slack webhook',
    fake('https://hooks.slack', '.com/services/T0000FAKE/B0000FAKE/', letters.slice(0, 24)),
    'the address of a Slack webhook',
  ],
  ['Stripe', fake('sk_', 'live_', letters.slice(0, 24)), 'a live key of Stripe'],
  ['Vault', fake('hvs', '.', letters.slice(0, 30)), 'a token of Vault'],
  [
    'a JWT',
    fake('eyJ', letters.slice(0, 20), '.eyJ', letters.slice(0, 20), '.', letters.slice(0, 30)),
    'a signed token (JWT)',
  ],
  ['an address', 'postgres://shop:correct-horse@db.example.com/shop', 'an address with a password'],
];

describe('a credential is told by its form', () => {
  test.each(credentials)('%s', (_name, text, kind) => {
    const [finding, ...others] = run(['plain-credential'], configMap({ 'web.conf': text }));
    expect(others).toEqual([]);
    expect(finding?.message).toBe(`data.web.conf holds ${kind} in plain text`);
    expect(finding?.pointer).toBe('/data/web.conf');
    expect(JSON.stringify(finding)).not.toContain(text.slice(0, 12));
  });

  test.each([
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIE'],
    ['a certificate in base64', Buffer.from('-----BEGIN CERTIFICATE-----\nMIIE').toString('base64')],
    ["AWS's own example", fake('AKIA', 'IOSFODNN7EXAMPLE')],
    ['an address without a password', 'postgres://shop@db.example.com:5432/shop'],
    ['an address with a variable', 'postgres://shop:$(PASSWORD)@db.example.com/shop'],
    ['an address with a placeholder', 'amqp://<user>:<password>@mq.example.com'],
    ['a port and an at sign', 'http://example.com:8080/users/@me'],
    ['the page about webhooks', 'https://api.slack.com/messaging/webhooks'],
    ['a digest', `sha256:${'0123456789abcdef'.repeat(4)}`],
  ])('%s is none', (_name, text) => {
    expect(run(['plain-credential'], configMap({ 'web.conf': text }))).toEqual([]);
  });

  test('in any object, also of a kind that nobody knows', () => {
    const token = fake('ghp', '_', letters.slice(0, 36));
    const receiver = {
      apiVersion: 'example.com/v1',
      kind: 'Receiver',
      metadata: { name: 'a' },
      spec: { to: [{ token }] },
    };
    expect(run(['plain-credential'], receiver).map(({ pointer }) => pointer)).toEqual(['/spec/to/0/token']);
    const annotated = { ...configMap({}), metadata: { name: 'a', annotations: { note: `see ${token}` } } };
    expect(run(['plain-credential'], annotated).map(({ pointer }) => pointer)).toEqual(['/metadata/annotations/note']);
  });

  test('takes no longer for a long text', () => {
    const start = performance.now();
    for (const unit of ['a', 'eyJ', '://', 'A.', '-----BEGIN ', 'a:b@']) {
      run(['plain-credential'], configMap({ a: `${unit.repeat(60_000)} PRIVATE KEY` }));
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

function env(name: string, value: string) {
  return run(['secret-in-env'], podWith({ env: [{ name, value }] })).map(
    ({ messageId, severity }) => `${messageId} ${severity}`,
  );
}

function args(...words: readonly string[]) {
  return run(['secret-in-arguments'], podWith({ args: words })).map(({ pointer }) => pointer);
}

describe('a name and a value that go together', () => {
  const random = letters.slice(20, 52);

  test.each([
    ['DB_PASSWORD', 'correct-horse', ['password error']],
    ['GF_SECURITY_ADMIN_PASSWORD', 'changeme', ['password error']],
    ['MYSQL_PWD', 'root', ['password error']],
    ['API_KEY', random, ['random warning']],
    ['SESSION_SECRET', random, ['random warning']],
    ['DB_PASSWORD', '', []],
    ['DB_PASSWORD', '$(OTHER)', []],
    ['DB_PASSWORD', 'vault:secret/data/db#password', []],
    ['DB_PASSWORD_FILE', 'secret', []],
    ['ALLOW_EMPTY_PASSWORD', 'yes', []],
    ['PASSWORD_MIN_LENGTH', '12', []],
    ['TOKEN_URL', 'https://login.example.com/oauth/token', []],
    ['TOKEN_TTL', '3600', []],
    ['TLS_SECRET', 'cert-manager-webhook-ca', []],
    ['SECRET_NAME', random, []],
    ['LOG_LEVEL', random, []],
  ])('%s=%s', (name, value, expected) => {
    expect(env(name, value)).toEqual(expected);
  });

  test('as a flag of a program', () => {
    expect(args('--db-password=correct-horse')).toEqual(['/spec/containers/0/args/0']);
    expect(args('--db-password', 'correct-horse')).toEqual(['/spec/containers/0/args/1']);
    expect(args('--db-password', '--verbose')).toEqual([]);
    expect(args('--password-file=/run/db', '--token=$(TOKEN)', '--no-password', 'true', 'password=x')).toEqual([]);
  });

  test('and one that is told by its form counts once', () => {
    const value = fake('ghp', '_', letters.slice(0, 36));
    const rules = ['plain-credential', 'secret-in-env', 'sensitive-env-name'];
    const findings = run(rules, podWith({ env: [{ name: 'GITHUB_TOKEN', value }] }));
    expect(findings.map(({ rule }) => rule).toSorted()).toEqual(rules.toSorted());
    const open = findings.filter(({ causes }) => causes === undefined);
    expect(open.map(({ rule, aliases }) => [rule, aliases])).toEqual([
      ['plain-credential', ['kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar']],
    ]);
  });
});
