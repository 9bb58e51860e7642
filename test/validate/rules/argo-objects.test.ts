import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';
import { told } from '../in-fleet.ts';

/** What a rule says of the spec of an object of Argo CD, in flow style. */
function say(rule: string, kind: string, ...specs: readonly string[]): readonly string[] {
  const text = specs
    .map(
      (spec, index) =>
        `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: { name: one-${index}, namespace: argocd }\nspec: ${spec}\n`,
    )
    .join('---\n');
  return told(
    judge([{ path: 'a.yaml', text }], { target: { minor: 36 }, rules: selectRules({ names: [rule] }) }).findings,
  );
}

const git = 'repoURL: https://git.example.com/a.git';

test.each([
  ['{ source: { repoURL: a, path: b } }', []],
  ['{ source: { repoURL: a, chart: b, targetRevision: 1.0.0 } }', []],
  ['{ sources: [{ repoURL: a, ref: values }] }', []],
  ['{ sourceHydrator: { drySource: { repoURL: a, path: b } } }', []],
  ['{}', ['missing /spec']],
  ['{ source: { path: b } }', ['no-repository /spec/source']],
  ['{ source: { repoURL: a, ref: values } }', ['no-place /spec/source']],
  ['{ source: { repoURL: a, path: b, chart: c } }', ['path-and-chart /spec/source']],
  ['{ source: { repoURL: a, chart: c } }', ['no-version /spec/source']],
  ['{ source: { repoURL: a, path: b, helm: {}, kustomize: {} } }', ['several-tools /spec/source']],
  ['{ source: { repoURL: a, path: b }, sources: [{ repoURL: a, path: b }] }', ['both /spec/source']],
  ['{ sources: [{ repoURL: a, path: b }, { repoURL: a }] }', ['no-place /spec/sources/1']],
])('argo-source: %s', (spec, expected) => {
  expect(say('argo-source', 'Application', spec)).toEqual(expected);
});

test.each([
  ['{ destination: { server: a } }', []],
  ['{ destination: { name: a } }', []],
  ['{ destination: { name: a, server: "" } }', []],
  ['{ destination: { name: a, server: b } }', ['both /spec/destination']],
  ['{ destination: { namespace: a } }', ['missing /spec/destination']],
  ['{}', ['missing /spec']],
])('argo-destination: %s', (spec, expected) => {
  expect(say('argo-destination', 'Application', spec)).toEqual(expected);
});

test('a template of an ApplicationSet may be completed by a patch', () => {
  const template = '{ template: { spec: { destination: {}, sources: [{ repoURL: "{{url}}" }] } } }';
  expect(say('argo-destination', 'ApplicationSet', template)).toEqual([]);
  expect(say('argo-source', 'ApplicationSet', template)).toEqual([]);
});

test.each([
  ['/spec/replicas', true],
  ['/status', true],
  ['/metadata/labels/team', true],
  ['/spec/template/spec/containers/0/resources', true],
  ['', false],
  ['/', false],
  ['/spec', false],
  ['/metadata/annotations', false],
  ['/spec/template/spec', false],
])('argo-ignore-differences: pointer %j is narrow: %s', (pointer, narrow) => {
  const spec = `{ ignoreDifferences: [{ kind: Deployment, jsonPointers: ["${pointer}"] }] }`;
  const expected = narrow ? [] : ['wide-pointer /spec/ignoreDifferences/0/jsonPointers/0'];
  expect(say('argo-ignore-differences', 'Application', spec)).toEqual(expected);
});

test.each([
  ['.spec.replicas', true],
  ['.spec.template.spec.containers[] | select(.name == "web")', true],
  ['.webhooks[]?.clientConfig.caBundle', true],
  ['.', false],
  ['.[]', false],
  ['..', false],
  ['.spec', false],
  ['.webhooks[]', false],
])('argo-ignore-differences: query %j is narrow: %s', (query, narrow) => {
  const spec = `{ ignoreDifferences: [{ kind: Deployment, jqPathExpressions: ['${query}'] }] }`;
  const expected = narrow ? [] : ['wide-query /spec/ignoreDifferences/0/jqPathExpressions/0'];
  expect(say('argo-ignore-differences', 'Application', spec)).toEqual(expected);
});

test.each([
  ['{ kind: allow, schedule: "0 6 * * 1-5", duration: 90m, clusters: ["*"] }', []],
  ['{ kind: deny, schedule: "0 6 * * mon", duration: 1h30m, timeZone: Europe/Berlin, namespaces: [a] }', []],
  ['{ kind: block, schedule: "0 6 * * *", duration: 1h, clusters: [a] }', ['kind /spec/syncWindows/0/kind']],
  ['{ kind: deny, schedule: "0 25 * * *", duration: 1h, clusters: [a] }', ['schedule /spec/syncWindows/0/schedule']],
  ['{ kind: deny, schedule: "0 6 * * *", duration: 1d, clusters: [a] }', ['duration /spec/syncWindows/0/duration']],
  ['{ kind: deny, schedule: "0 6 * * *", duration: 1h }', ['no-target /spec/syncWindows/0']],
  [
    '{ kind: deny, schedule: "0 6 * * *", duration: 1h, clusters: [a], timeZone: Mars }',
    ['time-zone /spec/syncWindows/0/timeZone'],
  ],
])('argo-sync-windows: %s', (window, expected) => {
  expect(say('argo-sync-windows', 'AppProject', `{ syncWindows: [${window}] }`)).toEqual(expected);
});

const here = 'destination: { name: dev-1, namespace: shop }';

test('two Applications of one chart are two releases, unless they have one name', () => {
  const chart = 'repoURL: https://charts.example.com, chart: shop';
  const named = (name: string): string => `{ ${here}, source: { ${chart}, helm: { releaseName: ${name} } } }`;
  const rule = 'argo-applications-overlap';
  expect(say(rule, 'Application', `{ ${here}, source: { ${chart} } }`, `{ ${here}, source: { ${chart} } }`)).toEqual(
    [],
  );
  expect(say(rule, 'Application', named('a'), named('b'))).toEqual([]);
  expect(say(rule, 'Application', named('a'), named('a'))).toEqual(['twice /spec/source']);
});

test('another path, cluster or namespace is another place, another revision is not', () => {
  const from = (path: string, to = here, revision = 'main'): string =>
    `{ ${to}, source: { ${git}, path: ${path}, targetRevision: ${revision} } }`;
  const rule = 'argo-applications-overlap';
  expect(say(rule, 'Application', from('a'), from('b'))).toEqual([]);
  expect(say(rule, 'Application', from('a'), from('a', 'destination: { name: dev-2, namespace: shop }'))).toEqual([]);
  expect(say(rule, 'Application', from('a'), from('a', here, 'v2'))).toEqual(['twice /spec/source']);
});

function managing(path: string): string {
  return `{ ${here}, source: { ${git}, path: ${path} }, syncPolicy: { managedNamespaceMetadata: { labels: { a: b } } } }`;
}

test("two Applications do not write one namespace's labels", () => {
  expect(say('argo-applications-overlap', 'Application', managing('a'), managing('b'))).toEqual([
    'namespace /spec/syncPolicy/managedNamespaceMetadata',
  ]);
});

test.each([
  ['{ strategy: { blueGreen: { activeService: web } } }', []],
  ['{ strategy: { canary: { steps: [{ setWeight: 20 }, { pause: { duration: 60 } }, { pause: {} }] } } }', []],
  ['{}', ['one-strategy /spec']],
  ['{ strategy: { canary: {}, blueGreen: { activeService: web } } }', ['one-strategy /spec/strategy']],
  ['{ strategy: { blueGreen: {} } }', ['no-service /spec/strategy/blueGreen']],
  [
    '{ strategy: { canary: { trafficRouting: { nginx: {} }, stableService: web } } }',
    ['no-service /spec/strategy/canary'],
  ],
  ['{ strategy: { canary: { steps: [{}] } } }', ['step /spec/strategy/canary/steps/0']],
  ['{ strategy: { canary: { steps: [{ setWeight: 120 }] } } }', ['weight /spec/strategy/canary/steps/0/setWeight']],
])('valid-rollout: %s', (spec, expected) => {
  expect(say('valid-rollout', 'Rollout', spec)).toEqual(expected);
});

test('a number that JSON has no form for stops no rule', () => {
  const source = `{ ${git}, path: a, plugin: { parameters: [{ name: a, map: { b: 123456789012345678901 } }] } }`;
  expect(say('argo-applications-overlap', 'Application', `{ ${here}, source: ${source} }`)).toEqual([]);
  expect(say('argo-application-size', 'Application', `{ ${here}, source: ${source} }`)).toEqual([]);
});
