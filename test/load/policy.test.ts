import { expect, test } from 'vitest';
import { nodeFiles } from '#src/io/index.ts';
import { load } from '#src/load/index.ts';
import type { LoadResult } from '#src/load/index.ts';
import { repository } from './repository.ts';

async function loaded(files: Readonly<Record<string, string>>): Promise<LoadResult> {
  return await load({ root: repository(files), files: nodeFiles });
}

const everything = `import { defineAdmissionRule, defineOutside, definePolicy, defineRule, defineWaiver } from 'keelson';
export const rule = defineRule({
  id: 'own', title: 'T.', fix: 'F.', severity: 'error', kinds: ['/Service'], check() {},
});
export const replicas = defineAdmissionRule({
  id: 'cel', title: 'T.', fix: 'F.', severity: 'error',
  match: { resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] }] },
  validations: [{ expression: 'true' }],
});
export const one = defineWaiver({ rule: 'own', scope: { tenant: 'payments' }, reason: 'r', owner: 'payments', expires: '2027-01-31' });
export const other = defineWaiver({ rule: 'own', scope: { tenant: 'payments' }, reason: 'r', owner: 'payments', expires: '2027-01-31' });
export const outside = defineOutside({ name: 'cloud', reason: 'r', objects: [{ kind: '/Secret' }] });
export default definePolicy({ rules: { own: { severity: 'info' } } });
`;

test('any number of declarations per file, in any folder below platform/policy', async () => {
  const { declarations, errors } = await loaded({
    'platform/policy/deep/down/all.ts': everything,
    'platform/policy/shared.ts': 'export const reason = 1;\n',
    'platform/policy/own.test.ts': 'throw new Error("no declaration");\n',
    'platform/policy/own.md': '# own\n',
  });
  expect(errors).toEqual([]);
  const { rules, admissionRules, waivers, outside, policies } = declarations;
  const all = [...rules, ...admissionRules, ...waivers, ...outside, ...policies];
  const symbols = all.map(({ declared }) => `${declared.symbol} ${declared.file}:${declared.line}`);
  expect(symbols).toEqual([
    'rule/own platform/policy/deep/down/all.ts:2',
    'admission-rule/cel platform/policy/deep/down/all.ts:5',
    'waiver/own platform/policy/deep/down/all.ts:10',
    'waiver/own platform/policy/deep/down/all.ts:11',
    'outside/cloud platform/policy/deep/down/all.ts:12',
    'policy platform/policy/deep/down/all.ts:13',
  ]);
  expect(rules[0]?.value).toMatchObject({ check: expect.any(Function) });
});

test('what is wrong is told at its line, all at once', async () => {
  const { errors } = await loaded({
    'platform/policy/all.ts': everything
      .replace("severity: 'info'", "severity: 'off'")
      .replace("kind: '/Secret'", "kind: 'Secret'"),
    'platform/policy/late.ts':
      "import { defineWaiver } from 'keelson';\ndefineWaiver({ rule: 'own', scope: {}, reason: 'r', owner: 'o', expires: '2027-01-31' });\n",
    'platform/policy/waivers.yaml': 'rule: own\n',
    'platform/policy/apps.ts':
      "import { defineBaseline } from 'keelson';\nexport default defineBaseline({ build() {} });\n",
  });
  expect(errors.map(({ code, location }) => `${location?.file}:${location?.line} ${code}`)).toEqual([
    'platform/policy/all.ts:12 invalid-field',
    'platform/policy/all.ts:13 invalid-field',
    'platform/policy/apps.ts:2 misplaced-declaration',
    'platform/policy/late.ts:2 not-exported',
    'platform/policy/waivers.yaml:1 unexpected-file',
  ]);
});

test('a waiver has no place in the file of a tenant', async () => {
  const text =
    "import { defineWaiver } from 'keelson';\nexport const mine = defineWaiver({ rule: 'own', scope: {}, reason: 'r', owner: 'o', expires: '2027-01-31' });\n";
  const { errors } = await loaded({ 'tenants/payments/waivers.ts': text });
  expect(errors.map(({ code }) => code)).toEqual(['misplaced-declaration']);
});
