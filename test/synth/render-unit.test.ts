import { ApiObject, Chart } from 'cdk8s';
import { KubeDeployment } from 'cdk8s-plus-28/lib/imports/k8s.js';
import { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { UserError, UserErrors } from '#src/kernel/index.ts';
import { renderUnit } from '#src/synth/render-unit.ts';
import type { BuiltUnit } from '#src/synth/render-unit.ts';
import { componentUnit, recipesOf, userCodeOf } from './support.ts';

const code = userCodeOf(import.meta.url);

function render(build: (scope: Construct) => void, unit = componentUnit()): BuiltUnit {
  return renderUnit(unit, recipesOf(build), code);
}

function failure(build: (scope: Construct) => void): readonly UserError[] {
  try {
    render(build);
  } catch (error) {
    if (error instanceof UserErrors) return error.errors;
    if (error instanceof UserError) return [error];
    throw error;
  }
  throw new Error('nothing was thrown');
}

function configMap(scope: Construct, id: string, name: string, extra: object = {}): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, ...extra });
}

describe('objects', () => {
  test('are found below constructs, with construct path and the line that made them', () => {
    const { objects } = render((scope) => {
      configMap(new Construct(new Construct(scope, 'outer'), 'inner'), 'map', 'settings');
    });
    expect(objects.map(({ ref }) => ref)).toEqual([
      { group: '', version: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'settings' },
    ]);
    expect(objects[0]?.provenance.constructPath).toBe('outer/inner/map');
    expect(objects[0]?.provenance.frame).toMatch(/render-unit\.test\.ts:\d+:\d+$/);
  });

  test('get the namespace of the unit only where their kind has one', () => {
    const { objects } = render((scope) => {
      new ApiObject(scope, 'role', {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name: 'a' },
      });
      new ApiObject(scope, 'issuer', {
        apiVersion: 'cert-manager.io/v1',
        kind: 'ClusterIssuer',
        metadata: { name: 'b' },
      });
      new ApiObject(scope, 'odd', {
        apiVersion: 'odd.example.com/v1',
        kind: 'Odd',
        metadata: { name: 'c', namespace: '' },
      });
      configMap(new Chart(scope, 'nested'), 'map', 'd');
      configMap(scope, 'other', 'e', { metadata: { name: 'e', namespace: 'elsewhere' } });
    });
    expect(objects.map(({ value }) => (value['metadata'] as { namespace?: string }).namespace)).toEqual([
      undefined,
      undefined,
      undefined,
      'shop',
      'elsewhere',
    ]);
  });

  test('of a kind whose CRD in the same unit is cluster-scoped have no namespace', () => {
    const { objects } = render((scope) => {
      new ApiObject(scope, 'thing', { apiVersion: 'odd.example.com/v1', kind: 'Odd', metadata: { name: 'c' } });
      new ApiObject(scope, 'crd', {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'odds.odd.example.com' },
        spec: { scope: 'Cluster', group: 'odd.example.com', names: { kind: 'Odd' } },
      });
    });
    expect(objects.map(({ ref }) => ref.namespace)).toEqual([undefined, undefined]);
  });

  test('carry the sync options that Argo CD needs, merged with their own', () => {
    const { objects } = render(
      (scope) => {
        new ApiObject(scope, 'claim', {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: { name: 'data', annotations: { 'argocd.argoproj.io/sync-options': 'Replace=true, Prune=false' } },
        });
        new ApiObject(scope, 'foreign', { apiVersion: 'a.example.com/v1', kind: 'Foreign', metadata: { name: 'x' } });
        new ApiObject(scope, 'own', { apiVersion: 'a.example.com/v1', kind: 'Own', metadata: { name: 'x' } });
      },
      componentUnit([{ group: 'a.example.com', kind: 'Own' }]),
    );
    expect(
      objects.map(({ value }) => (value['metadata'] as { annotations?: Record<string, string> }).annotations),
    ).toEqual([
      { 'argocd.argoproj.io/sync-options': 'Delete=confirm,Prune=false,Replace=true' },
      { 'argocd.argoproj.io/sync-options': 'SkipDryRunOnMissingResource=true' },
      undefined,
    ]);
  });
});

describe('a mistake in a unit', () => {
  test.each<readonly [string, (scope: Construct) => void, string, RegExp]>([
    ['nothing made', () => undefined, 'empty-unit', /made no object/],
    [
      'a throw',
      (scope) => {
        new Construct(scope, 'web');
        throw new Error('no such thing');
      },
      'construct-failed',
      /building dev\/dev-eu-1\/platform\/shop failed at construct web: no such thing/,
    ],
    [
      'two objects of one name',
      (scope) => {
        configMap(scope, 'one', 'same');
        configMap(new Construct(scope, 'deep'), 'two', 'same');
      },
      'duplicate-object',
      /ConfigMap shop\/same: one \(platform\/shop\/component\.ts:\d+:\d+\) and deep\/two \(platform/,
    ],
    ['a bad name', (scope) => configMap(scope, 'map', 'Upper'), 'invalid-object', /name "Upper"/],
    [
      'a bad apiVersion',
      (scope) => new ApiObject(scope, 'x', { apiVersion: 'apps', kind: 'Deployment', metadata: { name: 'a' } }),
      'invalid-object',
      /apiVersion "apps"/,
    ],
    [
      'a function',
      (scope) => configMap(scope, 'map', 'a', { data: { key: () => 1 } }),
      'not-json',
      /a function at \/data\/key/,
    ],
    [
      'a date',
      (scope) => configMap(scope, 'map', 'a', { data: { key: new Date(0) } }),
      'not-json',
      /an instance of Date at \/data\/key/,
    ],
    ['not a number', (scope) => configMap(scope, 'map', 'a', { data: { key: Number.NaN } }), 'not-json', /NaN at/],
    [
      'a field that the construct library drops',
      (scope) =>
        new KubeDeployment(scope, 'web', {
          metadata: { name: 'web' },
          spec: {
            selector: { matchLabels: { app: 'web' } },
            template: { spec: { containers: [{ name: 'web' }], fancy: true } as { containers: { name: string }[] } },
          },
        }),
      'dropped-field',
      /Deployment web loses its field \/spec\/template\/spec\/fancy \(construct web\)/,
    ],
    [
      'a namespace on a cluster-scoped object',
      (scope) =>
        new ApiObject(scope, 'ns', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', namespace: 'b' } }),
      'namespace-on-cluster-scoped',
      /names namespace b/,
    ],
  ])('%s', (_name, build, expected, message) => {
    const errors = failure(build);
    expect(errors.map((error) => error.code)).toEqual([expected]);
    expect(errors[0]?.message).toMatch(message);
    expect(errors[0]?.location?.file).toBe('platform/shop/component.ts');
  });

  test('is reported with all the others', () => {
    const errors = failure((scope) => {
      configMap(scope, 'one', 'A');
      configMap(scope, 'two', 'B');
    });
    expect(errors).toHaveLength(2);
  });
});

test('the input is frozen at every level', () => {
  const [error] = failure((scope) => {
    void scope;
    const unit = componentUnit();
    renderUnit(
      unit,
      recipesOf((_scope, input) => {
        (input.environment.labels as Record<string, string>)['changed'] = 'yes';
      }),
      code,
    );
  });
  expect(error?.message).toMatch(/not extensible/);
});
