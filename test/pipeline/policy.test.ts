import { expect, test } from 'vitest';
import { validateFleet } from '#src/pipeline/index.ts';
import type { Validation } from '#src/validate/index.ts';
import { componentSource, errorsOf, makeRepository, optionsFor, smallRepository } from './repository.ts';

const rules = `import { defineRule } from 'keelson';

export const owned = defineRule({
  id: 'owner-key',
  title: 'A ConfigMap names its owner.',
  fix: 'Add the key.',
  severity: 'error',
  kinds: ['/ConfigMap'],
  options: { key: 'owner' },
  check({ decoded }, report, _leaveOut, { key }) {
    const data = (decoded.object as { data?: Record<string, string> }).data ?? {};
    if (Object.hasOwn(data, String(key))) return;
    report({ messageId: 'missing', message: \`the key \${String(key)} is missing\`, pointer: '/data' });
  },
});

export const alone = defineRule({
  id: 'one-config-map',
  set: 'strict',
  title: 'A cluster has one ConfigMap.',
  fix: 'Remove the others.',
  severity: 'warning',
  kinds: ['/ConfigMap'],
  checkSet(world, report) {
    const [first, ...others] = world.ofKind('/ConfigMap');
    for (const object of others) {
      report(object, { messageId: 'another', message: 'another one', pointer: '', related: first === undefined ? [] : [{ object: first }] });
    }
  },
});
`;

const repository = {
  ...smallRepository,
  'platform/api/component.ts': componentSource('api', '', "{ owner: 'core' }"),
  'platform/policy/rules.ts': rules,
};

function waiver(fields: string): string {
  return `import { defineWaiver } from 'keelson';
export const settings = defineWaiver({
  rule: 'owner-key', reason: 'It goes next week.', owner: 'core', expires: '2026-12-31', ${fields}
});
`;
}

const day = Date.UTC(2026, 10, 21);

async function judge(files: Readonly<Record<string, string>>, more: object = {}): Promise<Validation> {
  const options = optionsFor(makeRepository({ ...repository, ...files }));
  const ports = { ...options.ports, clock: { now: () => day } };
  return await validateFleet({ ...options, ports, rules: ['owner-key', 'one-config-map'], ...more });
}

function told({ findings }: Validation): readonly string[] {
  return findings.map(
    ({ rule, severity, unit, waiver: waived }) =>
      `${rule} ${severity} ${unit?.name ?? ''}${waived === undefined ? '' : ` (${waived.reason})`}`,
  );
}

test('own rules judge a fleet like those of the package, and name their page', async () => {
  const validation = await judge({});
  expect(told(validation)).toEqual(['one-config-map warning web', 'owner-key error web']);
  expect(validation.findings[1]).toMatchObject({ docs: 'platform/policy/owner-key.md', pointer: '/data' });
  expect(validation.rules.map(({ id }) => id)).toContain('owner-key');
  const recommended = told(await judge({}, { rules: ['recommended'] }));
  expect(recommended).toContain('owner-key error web');
  expect(recommended).not.toContain('one-config-map warning web');
});

test('definePolicy sets severities and options', async () => {
  const policy = `import { definePolicy } from 'keelson';
export default definePolicy({ rules: { 'owner-key': { severity: 'info', options: { key: 'key' } }, 'one-config-map': { severity: 'error' } } });
`;
  expect(told(await judge({ 'platform/policy/policy.ts': policy }))).toEqual([
    'owner-key info api',
    'one-config-map error web',
  ]);
});

test('a waiver covers what a rule finds, for the whole run and for a part of it', async () => {
  const files = { 'platform/policy/waivers.ts': waiver("scope: { component: 'web' }") };
  expect(told(await judge(files))).toContain('owner-key error web (It goes next week.)');
  expect(told(await judge(files, { select: { unit: 'platform/api' } }))).toEqual([]);
  expect(told(await judge(files, { rules: ['one-config-map'] }))).toEqual(['one-config-map warning web']);
});

test('an unused waiver is found where it is declared, but not by a run that left its scope out', async () => {
  const files = { 'platform/policy/waivers.ts': waiver("scope: { unit: 'platform/api' }") };
  const { findings } = await judge(files);
  expect(findings.find(({ rule }) => rule === 'waiver-unused')).toMatchObject({
    severity: 'warning',
    message: 'the waiver of owner-key for unit platform/api covers nothing',
    location: { file: 'platform/policy/waivers.ts', line: 2 },
  });
  expect(told(await judge(files, { select: { unit: 'platform/web' } }))).not.toContain('waiver-unused warning ');
});

test('a waiver that ended', async () => {
  const files = { 'platform/policy/waivers.ts': waiver("scope: { unit: 'platform/web' }").replace('12-31', '11-20') };
  const validation = await judge(files);
  expect(told(validation)).toContain('owner-key error web');
  expect(validation.findings.find(({ rule }) => rule === 'waiver-expired')?.message).toBe(
    'the waiver of owner-key for unit platform/web ended on 2026-11-20; it covered: the key owner is missing',
  );
});

test.each<readonly [string, string, string, string]>([
  ['waiver-scope', "scope: { environment: 'hub' }", 'core', '2026-12-31'],
  ['waiver-owner', "scope: { unit: 'platform/web' }", 'nobody', '2026-12-31'],
  ['waiver-expiry', "scope: { unit: 'platform/web' }", 'core', '2027-11-22'],
])('%s', async (rule, scope, owner, expires) => {
  const text = waiver(scope).replace("'core'", `'${owner}'`).replace('2026-12-31', expires);
  const { findings } = await judge({ 'platform/policy/waivers.ts': text });
  expect(findings.filter((finding) => finding.rule.startsWith('waiver-')).map((finding) => finding.rule)).toEqual([
    rule,
  ]);
});

test('waivers and rules that cannot be, all at once and each at its line', async () => {
  const files = {
    'platform/policy/waivers.ts': [
      waiver("scope: { unit: 'platform/web' }").replace('owner-key', 'owner-keys'),
      waiver("scope: { unit: 'platform/web' }")
        .replace('owner-key', 'readable')
        .replace('settings', 'other')
        .split('\n')
        .slice(1)
        .join('\n'),
    ].join(''),
    'platform/policy/policy.ts': `import { definePolicy, defineRule } from 'keelson';
export const policy = definePolicy({
  rules: { 'owner-key': { options: { keys: 'a', key: 1 } }, 'pss-privilege': {} },
});
export const again = defineRule({
  id: 'removed-api', title: 'T.', fix: 'F.', severity: 'error', kinds: 'every', check() {},
});
`,
  };
  const errors = await errorsOf(judge(files));
  expect(
    errors.map(({ code, location }) => `${location?.file.split('/')[2]}:${location?.line} ${code}`).toSorted(),
  ).toEqual([
    'policy.ts:3 invalid-option',
    'policy.ts:3 unknown-option',
    'policy.ts:3 unknown-rule',
    'policy.ts:5 duplicate-rule',
    'waivers.ts:2 unknown-rule',
    'waivers.ts:5 fixed-rule',
  ]);
  expect(errors.find(({ code }) => code === 'unknown-option')?.hint).toBe('Did you mean `key`? It has `key`.');
  expect(
    errors
      .filter(({ code }) => code === 'unknown-rule')
      .map(({ hint }) => hint)
      .join(' '),
  ).toMatch(
    /Did you mean `owner-key`\?.*Did you mean `pss-privileged`\?|Did you mean `pss-privileged`\?.*Did you mean `owner-key`\?/,
  );
});

function inCel(id: string, expression: string): string {
  return `export const ${id.replace('-', '')} = defineAdmissionRule({
  id: '${id}', title: 'T.', fix: 'F.', severity: 'error',
  match: { resourceRules: [{ apiGroups: ['apps'], apiVersions: ['v1'], resources: ['deployments'] }] },
  validations: [{ expression: '${expression}' }],
});
`;
}

test('admission rules that no server takes, and rules with the name of a set', async () => {
  const files = {
    'platform/policy/cel.ts': [
      "import { defineAdmissionRule } from 'keelson';\n",
      inCel('few-replicas', 'object.spec.replicas <= 10'),
      inCel('cut-off', 'object.spec.replicas <='),
      inCel('no-verdict', 'object.spec.replicas + 1'),
      inCel('strict', 'true'),
    ].join(''),
  };
  const errors = await errorsOf(judge(files));
  expect(errors.map(({ code, location }) => `${location?.line} ${code}`).toSorted()).toEqual([
    '12 refused-rule',
    '17 duplicate-rule',
    '7 refused-rule',
  ]);
  expect(errors.find(({ location }) => location?.line === 7)?.message).toMatch(
    /^a server would refuse the policy of rule `cut-off`: validations\[0\]\.expression: .*does not compile/,
  );
});

test('a waiver for a cluster whose version nobody knows is not spoken of', async () => {
  const file = 'environments/hub/hub-1.ts';
  const files = {
    'platform/policy/waivers.ts': waiver("scope: { unit: 'platform/api' }"),
    [file]: (smallRepository[file] ?? '').replace("'1.36'", "'1.99'"),
  };
  expect(told(await judge(files))).toEqual(['known-version error ']);
});

test('an own rule that fails says where it is, and waivers of it are not called unused', async () => {
  const broken = rules.replace('const data =', "throw new Error('oh no');\n    const data =");
  const files = {
    'platform/policy/rules.ts': broken,
    'platform/policy/waivers.ts': waiver("scope: { unit: 'platform/api' }"),
  };
  const { findings, coverage } = await judge(files, { rules: ['owner-key'] });
  expect(findings).toMatchObject([
    { rule: 'rule-crashed', fix: 'Correct the rule at platform/policy/rules.ts:3:22.' },
    { rule: 'rule-crashed', message: 'the rule owner-key failed on this object: oh no' },
  ]);
  expect(coverage.notChecked).toMatchObject([{ reason: 'rule-crashed', subject: 'owner-key', count: 2 }]);
});
