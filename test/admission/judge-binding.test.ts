import { describe, expect, it } from 'vitest';
import { compilePolicy, judgeBinding, requestFor } from '#src/admission/index.ts';
import type { Json, ParamSource, Surroundings } from '#src/admission/index.ts';

type Spec = Parameters<typeof compilePolicy>[0];
type Binding = Parameters<typeof judgeBinding>[1];

const labelled = { metadata: { name: 'shop', labels: { 'kubernetes.io/metadata.name': 'shop', team: 'a' } } };
const around: Surroundings = {
  minor: 36,
  customKind: () => undefined,
  namespace: (name) => (name === 'shop' ? labelled : undefined),
  customVersions: () => [],
};
const none: ParamSource = { isNamespaced: () => true, find: () => [] };

const deployments = { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] };

function policy(more: Spec): Spec {
  return { matchConstraints: { resourceRules: [deployments] }, ...more };
}

function web(spec: Json = {}, metadata: Json = {}): Json {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop', ...metadata },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
      ...spec,
    },
  };
}

function say(
  spec: Spec,
  object: Json = web(),
  { binding = {}, params = none, old }: { binding?: Binding; params?: ParamSource; old?: Json } = {},
): readonly string[] | undefined {
  const said = judgeBinding(compilePolicy(spec, 36), binding, requestFor(object, around, old).request, params);
  if (said === undefined) return undefined;
  return [...said.denials.map(({ message }) => message), ...said.unknown.map((text) => `unknown: ${text}`)];
}

describe('what an expression sees', () => {
  it.each([
    ['defaults', 'object.spec.replicas == 1 && object.spec.strategy.rollingUpdate.maxSurge == "25%"'],
    ['defaults of pods', 'object.spec.template.spec.containers[0].imagePullPolicy == "IfNotPresent"'],
    ['no field that nobody set', '!has(object.spec.template.spec.hostNetwork)'],
    ['what the kind always writes', 'object.status == {} && object.spec.template.spec.containers[0].resources == {}'],
    ['the request', 'request.kind.kind == "Deployment" && request.resource.resource == "deployments"'],
    ['its names', 'request.name == "web" && request.namespace == "shop" && request.operation == "CREATE"'],
    ['the namespace', 'namespaceObject.metadata.labels.team == "a"'],
    ['no old object', 'oldObject == null'],
  ])('%s', (_, expression) => {
    expect(say(policy({ validations: [{ expression }] }))).toEqual([]);
  });

  it('drops what is empty, and writes amounts as the server does', () => {
    const container = {
      name: 'web',
      image: 'web',
      resources: { limits: { cpu: '1000m', memory: '0.5Gi' } },
      command: [],
    };
    const spec = {
      template: { metadata: { labels: { app: 'web' } }, spec: { hostNetwork: false, containers: [container] } },
    };
    const expression =
      "object.spec.template.spec.containers.all(c, c.resources.limits == {'cpu': '1', 'memory': '512Mi'} && !has(c.command) && c.imagePullPolicy == 'Always') && !has(object.spec.template.spec.hostNetwork)";
    expect(say(policy({ validations: [{ expression }] }), web(spec))).toEqual([]);
  });

  it('sees the object that is replaced', () => {
    const spec = policy({
      matchConstraints: { resourceRules: [{ ...deployments, operations: ['UPDATE'] }] },
      validations: [{ expression: 'object.spec.replicas >= oldObject.spec.replicas', message: 'fewer' }],
    });
    expect(say(spec, web({ replicas: 1 }), { old: web({ replicas: 3 }) })).toEqual(['fewer']);
    expect(say(spec, web({ replicas: 1 }))).toBeUndefined();
  });
});

describe('messages', () => {
  it.each([
    [{ message: ' said ' }, 'said'],
    [{ message: 'said', messageExpression: "'has ' + string(object.spec.replicas)" }, 'has 1'],
    [{ message: 'said', messageExpression: "'  '" }, 'said'],
    [{ message: 'said', messageExpression: "'a\\nb'" }, 'said'],
    [{ message: 'said', messageExpression: 'string(object.spec.missing)' }, 'said'],
    [{}, 'failed expression: object.spec.replicas > 1'],
  ])('%o', (more, message) => {
    expect(say(policy({ validations: [{ expression: 'object.spec.replicas > 1', ...more }] }))).toEqual([message]);
  });
});

describe('errors', () => {
  const validations = [{ expression: 'object.spec.missing > 1', message: 'never said' }];

  it('deny, unless the policy ignores them', () => {
    expect(say(policy({ validations }))).toEqual([
      "expression 'object.spec.missing > 1' resulted in error: no such key: missing",
    ]);
    expect(say(policy({ validations, failurePolicy: 'Ignore' }))).toEqual([]);
  });

  it('of a variable reach only the validations that read it', () => {
    const spec = policy({
      variables: [{ name: 'broken', expression: 'object.spec.missing' }],
      validations: [{ expression: 'true || variables.broken == 1' }, { expression: 'variables.broken == 1' }],
    });
    expect(say(spec)).toHaveLength(1);
  });

  it('end where the evaluation would cost too much', () => {
    const letters = `'${'abcdefghij'.repeat(12)}'.split('')`;
    const expression = `${letters}.all(a, ${letters}.all(b, ${letters}.all(c, a + b + c != object.metadata.name)))`;
    expect(say(policy({ validations: [{ expression }] }))?.[0]).toMatch(/resulted in error/);
  });

  it('of an audit annotation deny, too', () => {
    const auditAnnotations = [{ key: 'k', valueExpression: 'string(object.spec.missing)' }];
    expect(say(policy({ validations: [{ expression: 'true' }], auditAnnotations }))).toHaveLength(1);
  });
});

describe('match conditions', () => {
  const validations = [{ expression: 'false', message: 'asked' }];
  const broken = { name: 'broken', expression: 'object.spec.missing == 1' };

  it('that are false let go, whatever the others are', () => {
    const matchConditions = [broken, { name: 'no', expression: "object.kind == 'Job'" }];
    expect(say(policy({ validations, matchConditions }))).toEqual([]);
  });

  it('that fail deny or let go by the failure policy', () => {
    const matchConditions = [broken, { name: 'yes', expression: 'true' }];
    expect(say(policy({ validations, matchConditions }))?.[0]).toMatch(/no such key/);
    expect(say(policy({ validations, matchConditions, failurePolicy: 'Ignore' }))).toEqual([]);
  });
});

const asking = (matchLabels: Record<string, string>): Spec => ({
  matchConstraints: { resourceRules: [deployments], namespaceSelector: { matchLabels } },
  validations: [{ expression: 'false', message: 'asked' }],
});

describe('what is not known', () => {
  it.each([
    ['who asks', "request.userInfo.username == 'me'", 'who asks is not known'],
    ['who may', "authorizer.group('').resource('pods').check('get').allowed()", 'asking who is authorised'],
    ['what the server makes', "object.metadata.uid != ''", 'uid is made by the server'],
  ])('%s', (_, expression, reason) => {
    expect(say(policy({ validations: [{ expression }] }))).toEqual([`unknown: ${reason}`]);
  });

  it('does not hide what is', () => {
    const validations = [{ expression: "request.userInfo.username == 'me'" }, { expression: 'false', message: 'sure' }];
    expect(say(policy({ validations }))).toEqual(['sure', 'unknown: who asks is not known']);
  });

  it('is a namespace that is not in the set, as far as a selector asks for more than its name', () => {
    const elsewhere = web({}, { namespace: 'elsewhere' });
    expect(say(asking({ 'kubernetes.io/metadata.name': 'elsewhere' }), elsewhere)).toEqual(['asked']);
    expect(say(asking({ 'kubernetes.io/metadata.name': 'shop' }), elsewhere)).toBeUndefined();
    expect(say(asking({ team: 'a' }), elsewhere)).toEqual(['unknown: the labels of namespace elsewhere are not known']);
    expect(say(asking({ team: 'a' }))).toEqual(['asked']);
  });
});

const of = (...least: readonly string[]): ParamSource => ({
  isNamespaced: () => true,
  find: () => least.map((text) => ({ data: { least: text } })),
});

describe('parameters', () => {
  const spec = policy({
    paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
    validations: [{ expression: 'object.spec.replicas >= int(params.data.least)', message: 'too few' }],
  });
  const paramRef = { name: 'limits', parameterNotFoundAction: 'Deny' };

  it('are asked one by one', () => {
    expect(say(spec, web(), { binding: { paramRef }, params: of('1', '2', '3') })).toEqual(['too few', 'too few']);
  });

  it('that are not there deny, or let go', () => {
    expect(say(spec, web(), { binding: { paramRef } })?.[0]).toMatch(/no params found/);
    expect(say(spec, web(), { binding: { paramRef: { ...paramRef, parameterNotFoundAction: 'Allow' } } })).toEqual([]);
  });

  it('of a namespace do not go with objects that have none', () => {
    const role = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'all' },
      rules: [],
    };
    const resourceRules = [{ apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'] }];
    expect(say({ ...spec, matchConstraints: { resourceRules } }, role, { binding: { paramRef } })?.[0]).toMatch(
      /cluster-scoped/,
    );
  });
});
