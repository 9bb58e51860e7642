import { App, Chart, Yaml } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { admissionPolicy } from '#src/constructs/index.ts';
import type { AdmissionRule } from '#src/model/types.ts';
import { judge, ownAdmissionRule, selectRules } from '#src/validate/index.ts';
import type { FileVerdict, Rule } from '#src/validate/index.ts';

const rules = selectRules({ names: ['admission-policy'] });

function judged(text: string, asked: readonly Rule[] = rules): FileVerdict {
  return judge([{ path: 'all.yaml', text }], { target: { minor: 36 }, rules: asked });
}

function policy(expression: string, resources = 'configmaps', more = ''): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: p.example.com }
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: ['*'], apiVersions: ['*'], operations: [CREATE], resources: [${resources}] }
  validations:
    - { expression: ${JSON.stringify(expression)}, message: not so }
${more}
---
`;
}

function binding(actions: string, more = ''): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: b.example.com }
spec:
  policyName: p.example.com
  validationActions: [${actions}]
${more}
---
`;
}

const settings =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop }\ndata: { a: b }\n---\n';

describe('a policy of the set', () => {
  it.each([
    ['Deny', 'error'],
    ['Warn', 'warning'],
    ['Audit', 'info'],
    ['Warn, Audit', 'warning'],
  ])('that is bound to %s makes a finding of severity %s', (actions, severity) => {
    const { findings } = judged(policy('object.data.a == "c"') + binding(actions) + settings);
    expect(findings).toMatchObject([
      {
        severity,
        message: 'ValidatingAdmissionPolicy p.example.com, bound by b.example.com: not so',
        object: { kind: 'ConfigMap', name: 'settings' },
        pointer: '/data/a',
        related: [
          { object: { kind: 'ValidatingAdmissionPolicy' }, pointer: '/spec/validations/0' },
          { object: { kind: 'ValidatingAdmissionPolicyBinding' } },
        ],
      },
    ]);
  });

  it('does nothing without a binding', () => {
    expect(judged(policy('false') + settings).findings).toEqual([]);
  });

  it('finds its parameters in the set, and says so where they are not', () => {
    const spec = policy(
      'object.data.a == params.data.a',
      'configmaps',
      '  paramKind: { apiVersion: v1, kind: ConfigMap }',
    );
    const bound = binding('Deny', '  paramRef: { name: wanted, namespace: shop, parameterNotFoundAction: Deny }');
    const wanted = settings.replace('settings', 'wanted').replace('a: b', 'a: z');
    const { findings } = judged(spec + bound + settings + wanted);
    expect(findings.map(({ object }) => object?.name)).toEqual(['settings']);
    expect(judged(spec + bound + settings)).toMatchObject({
      findings: [{ messageId: 'not-checked', severity: 'info', object: { kind: 'ValidatingAdmissionPolicy' } }],
      notChecked: [{ reason: 'cel-unsupported', subject: 'ValidatingAdmissionPolicy p.example.com' }],
    });
  });

  it('that asks for what a cluster alone knows is not checked, and no pass', () => {
    const verdict = judged(policy("request.userInfo.username == 'me'") + binding('Deny') + settings);
    expect(verdict.findings).toMatchObject([{ messageId: 'not-checked', pointer: '/spec' }]);
    expect(verdict.notChecked).toHaveLength(1);
  });

  it('passes no verdict on custom resources without a schema', () => {
    const box = 'apiVersion: example.com/v1\nkind: Box\nmetadata: { name: a, namespace: shop }\n---\n';
    const verdict = judged(policy('false', "'*'") + binding('Deny') + box);
    expect(verdict.findings).toEqual([]);
    expect(verdict.notChecked).toMatchObject([{ reason: 'schema-missing', subject: 'example.com/v1/Box' }]);
  });

  it('sees the defaults that a definition of the set declares', () => {
    const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: boxes.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Box, plural: boxes }
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, default: {}, properties: { size: { type: integer, default: 3 } } } } } }
---
`;
    const box = 'apiVersion: example.com/v1\nkind: Box\nmetadata: { name: a, namespace: shop }\n---\n';
    const all = definition + box + binding('Deny');
    expect(judged(policy('object.spec.size == 3', 'boxes') + all).findings).toEqual([]);
    expect(judged(policy('object.spec.size == 4', 'boxes') + all).findings).toHaveLength(1);
  });
});

const few: AdmissionRule = {
  id: 'few-replicas',
  title: 'A Deployment has at most three replicas.',
  fix: 'Lower `spec.replicas`.',
  severity: 'warning',
  match: { resourceRules: [{ apiGroups: ['apps'], apiVersions: ['v1'], resources: ['deployments'] }] },
  variables: [{ name: 'count', expression: 'object.spec.replicas' }],
  validations: [{ expression: 'variables.count <= 3', messageExpression: "'not ' + string(variables.count)" }],
  declared: { file: 'platform/policy/few.ts', line: 1, column: 1, symbol: 'few' },
};

function deployment(replicas: number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: d${replicas}, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: a } }
  template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: a, image: 'a:1' }] } }
---
`;
}

describe("an organisation's own admission rule", () => {
  const objects = [1, 3, 4, 9].map(deployment).join('');

  it('is a rule with its own id, severity and page', () => {
    const { findings } = judged(objects, [ownAdmissionRule(few)]);
    expect(findings).toMatchObject([
      { rule: 'few-replicas', severity: 'warning', message: 'not 4', docs: 'platform/policy/few-replicas.md' },
      { rule: 'few-replicas', severity: 'warning', message: 'not 9', fix: 'Lower `spec.replicas`.' },
    ]);
  });

  it('says the same as the policy that is rendered from it', () => {
    const chart = new Chart(new App(), 'policies');
    admissionPolicy(chart, { value: few }, { name: 'few.example.com' });
    const rendered = (chart.toJson() as readonly unknown[]).map((one) => Yaml.stringify(one)).join('---\n');
    const { findings } = judged(`${rendered}---\n${objects}`);
    expect(findings.map(({ object, message }) => `${object?.name} ${message.split(': ')[1]}`)).toEqual([
      'd4 not 4',
      'd9 not 9',
    ]);
    expect(rendered).toContain('keelson.dev/admission-rule: few-replicas');
  });
});
