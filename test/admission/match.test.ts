import { describe, expect, it } from 'vitest';
import { compilePolicy, judgeBinding, requestFor } from '#src/admission/index.ts';
import type { Json, Surroundings } from '#src/admission/index.ts';
import { readDefinition } from '#src/schema/index.ts';

type Spec = NonNullable<Parameters<typeof compilePolicy>[0]['matchConstraints']>;
type Rule = NonNullable<Spec['resourceRules']>[number];

const schemas = readDefinition({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Box', plural: 'boxes' },
    versions: ['v1', 'v2'].map((name) => ({
      name,
      served: true,
      schema: {
        openAPIV3Schema: { type: 'object', properties: { size: { type: 'integer', default: name === 'v1' ? 1 : 2 } } },
      },
    })),
  },
});

const around: Surroundings = {
  minor: 36,
  customKind: (apiVersion, kind) =>
    schemas.find((one) => `${one.group}/${one.version}` === apiVersion && one.kind === kind),
  namespace: () => undefined,
  customVersions: (group) => (group === 'example.com' ? ['example.com/v1', 'example.com/v2'] : []),
};

const everything: Rule = { apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'] };
const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'n', labels: { app: 'a' } } };
const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'n', labels: { team: 'x' } } };
const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'r' } };
const box = { apiVersion: 'example.com/v2', kind: 'Box', metadata: { name: 'b', namespace: 'n' } };

function isAsked(object: Json, match: Spec, matchResources?: Spec): boolean {
  const spec = { matchConstraints: match, validations: [{ expression: 'false', message: 'asked' }] };
  const binding = matchResources === undefined ? {} : { matchResources };
  const said = judgeBinding(compilePolicy(spec, 36), binding, requestFor(object, around).request, {
    isNamespaced: () => undefined,
    find: () => [],
  });
  return said !== undefined && said.denials.length > 0;
}

const rules = (...resourceRules: readonly Partial<Rule>[]): Spec => ({
  resourceRules: resourceRules.map((rule) => Object.assign({}, everything, rule)),
});

describe('resource rules', () => {
  it.each<[string, Json, Spec, boolean]>([
    ['everything', pod, rules({}), true],
    ['another group', pod, rules({ apiGroups: ['apps'] }), false],
    ['another version', pod, rules({ apiVersions: ['v2'] }), false],
    ['another operation', pod, rules({ operations: ['DELETE', 'UPDATE'] }), false],
    ['the resource', pod, rules({ resources: ['services', 'pods'] }), true],
    ['a subresource alone', pod, rules({ resources: ['pods/status'] }), false],
    ['every subresource', pod, rules({ resources: ['pods/*'] }), true],
    ['its name', pod, rules({ resourceNames: ['a', 'b'] }), true],
    ['another name', pod, rules({ resourceNames: ['b'] }), false],
    ['namespaced', pod, rules({ scope: 'Namespaced' }), true],
    ['of the cluster', pod, rules({ scope: 'Cluster' }), false],
    ['a ClusterRole, of the cluster', role, rules({ scope: 'Cluster' }), true],
    ['a ClusterRole, namespaced', role, rules({ scope: 'Namespaced' }), false],
    ['a Namespace, of the cluster', namespace, rules({ scope: 'Cluster' }), true],
    ['a Namespace, namespaced', namespace, rules({ scope: 'Namespaced' }), false],
    ['excluded', pod, { ...rules({}), excludeResourceRules: [{ ...everything, resources: ['pods'] }] }, false],
    ['another excluded', role, { ...rules({}), excludeResourceRules: [{ ...everything, resources: ['pods'] }] }, true],
    [
      'policies themselves',
      { ...role, apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingAdmissionPolicy' },
      rules({}),
      false,
    ],
  ])('%s', (_, object, match, expected) => {
    expect(isAsked(object, match)).toBe(expected);
  });

  it('take other versions of a custom resource, converted, unless they are exact', () => {
    expect(isAsked(box, rules({ apiGroups: ['example.com'], apiVersions: ['v1'] }))).toBe(true);
    expect(isAsked(box, { ...rules({ apiGroups: ['example.com'], apiVersions: ['v1'] }), matchPolicy: 'Exact' })).toBe(
      false,
    );
  });

  it('of a binding narrow those of the policy', () => {
    expect(isAsked(pod, rules({}), rules({ resources: ['services'] }))).toBe(false);
    expect(isAsked(pod, rules({}), { objectSelector: { matchLabels: { app: 'a' } } })).toBe(true);
    expect(isAsked(pod, rules({}), { objectSelector: { matchLabels: { app: 'b' } } })).toBe(false);
  });
});

const selected = (team: string): Spec => ({ ...rules({}), namespaceSelector: { matchLabels: { team } } });

describe('selectors', () => {
  it('of namespaces are about a Namespace itself, and never about other objects without one', () => {
    expect(isAsked(namespace, selected('x'))).toBe(true);
    expect(isAsked(namespace, selected('y'))).toBe(false);
    expect(isAsked(role, selected('y'))).toBe(true);
  });

  it('of objects look at labels', () => {
    expect(
      isAsked(pod, { ...rules({}), objectSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }),
    ).toBe(true);
    expect(
      isAsked(role, { ...rules({}), objectSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }),
    ).toBe(false);
  });
});

it('knows the resource of every built-in kind that is no plain plural', () => {
  const resources = ['Endpoints', 'Ingress', 'NetworkPolicy', 'IngressClass', 'StorageClass'].map((kind) => {
    const apiVersion =
      kind === 'Endpoints' ? 'v1' : kind === 'StorageClass' ? 'storage.k8s.io/v1' : 'networking.k8s.io/v1';
    return requestFor({ apiVersion, kind, metadata: { name: 'a' } }, around).request.resource.resource;
  });
  expect(resources).toEqual(['endpoints', 'ingresses', 'networkpolicies', 'ingressclasses', 'storageclasses']);
});
