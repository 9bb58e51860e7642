import { App, Chart } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import { ApiObject } from 'cdk8s';
import { buildDelivery } from '#src/constructs/delivery/index.ts';
import type { DeliveryInput, DeliverySource } from '#src/model/types.ts';
import { delivered, deliveryInput, platformInput } from './inputs.ts';

interface Rendered {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: object;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

const finalizer = 'resources-finalizer.argocd.argoproj.io';
const chart: DeliverySource = {
  type: 'chart',
  chart: { repository: 'https://charts.example', chart: 'till', version: '1.2.3', releaseName: 'till' },
  valuesFile: '.values/dev/dev-eu-1/platform/till.yaml',
};
const folder: DeliverySource = { type: 'folder', path: 'dist/dev/dev-eu-1/platform/till' };

function render(input: DeliveryInput): readonly Rendered[] {
  const scope = new Chart(new App(), 'unit', { namespace: 'argocd' });
  buildDelivery(scope, input);
  return scope.node
    .findAll()
    .filter((node) => ApiObject.isApiObject(node))
    .map((node) => node.toJson() as Rendered);
}

function project(input: DeliveryInput): Rendered {
  const found = render(input).find(({ kind }) => kind === 'AppProject');
  if (found === undefined) throw new Error('no AppProject');
  return found;
}

function application(...sources: readonly DeliverySource[]): Rendered {
  const unit = { ...delivered('till').unit, kind: 'component', owner: 'platform' } as const;
  const found = render(platformInput([delivered('till', { unit, sources })])).find(
    ({ kind }) => kind === 'Application',
  );
  if (found === undefined) throw new Error('no Application');
  return found;
}

describe('an Application', () => {
  test('names project, cluster and its own folder, and retries without end', () => {
    const [, checkout] = render(deliveryInput());
    expect(checkout).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: 'dev-eu-1.payments.checkout',
        namespace: 'argocd',
        labels: { 'keelson.dev/environment': 'dev', 'keelson.dev/owner': 'payments' },
        annotations: {
          'argocd.argoproj.io/sync-wave': '10',
          'argocd.argoproj.io/manifest-generate-paths': '/dist/dev/dev-eu-1/payments/checkout',
        },
      },
      spec: {
        project: 'dev.payments',
        destination: { name: 'dev-eu-1', namespace: 'payments-dev' },
        source: {
          repoURL: 'https://git.meridian.example/config.git',
          targetRevision: 'main',
          path: 'dist/dev/dev-eu-1/payments/checkout',
        },
        syncPolicy: {
          automated: { enabled: true, prune: true, selfHeal: true },
          retry: { limit: -1, refresh: true, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } },
          syncOptions: ['ServerSideApply=true'],
        },
      },
    });
  });

  test('of a chart and a folder has two sources, the folder being where values are found', () => {
    const { spec, metadata } = application(chart, folder);
    expect(spec['source']).toBeUndefined();
    expect(spec['sources']).toEqual([
      {
        repoURL: 'https://charts.example',
        chart: 'till',
        targetRevision: '1.2.3',
        helm: { releaseName: 'till', valueFiles: ['$values/dist/.values/dev/dev-eu-1/platform/till.yaml'] },
      },
      {
        repoURL: 'https://git.meridian.example/config.git',
        targetRevision: 'main',
        path: 'dist/dev/dev-eu-1/platform/till',
        ref: 'values',
      },
    ]);
    expect(metadata.annotations?.['argocd.argoproj.io/manifest-generate-paths']).toBe(
      '/dist/.values/dev/dev-eu-1/platform/till.yaml;/dist/dev/dev-eu-1/platform/till',
    );
    expect(spec['syncPolicy']).toMatchObject({ syncOptions: ['ServerSideApply=true'] });
  });

  test('of a chart alone refers to the repository without a folder, and makes its namespace', () => {
    const { spec } = application(chart);
    expect((spec['sources'] as readonly unknown[])[1]).toEqual({
      repoURL: 'https://git.meridian.example/config.git',
      targetRevision: 'main',
      ref: 'values',
    });
    expect(spec['syncPolicy']).toMatchObject({ syncOptions: ['ServerSideApply=true', 'CreateNamespace=true'] });
  });

  test('of a chart without values has one source and no paths of the repository', () => {
    const { spec, metadata } = application({
      type: 'chart',
      chart: chart.type === 'chart' ? chart.chart : neverChart(),
    });
    expect(spec['source']).toMatchObject({ chart: 'till' });
    expect(metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-wave': '10' });
  });

  test('of a tenant from a repository of its own never makes a namespace', () => {
    const git: DeliverySource = {
      type: 'git',
      repository: 'https://git.example/a.git',
      path: 'deploy',
      revision: 'v1',
    };
    const [, app] = render(deliveryInput({ delivers: [delivered('maps', { sources: [git] })] }));
    expect(app?.spec['source']).toEqual({ repoURL: 'https://git.example/a.git', targetRevision: 'v1', path: 'deploy' });
    expect(app?.spec['syncPolicy']).toMatchObject({ syncOptions: ['ServerSideApply=true'] });
  });

  test('ignores differences only where the input knows a cause, and then in syncs too', () => {
    const ignored = { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] };
    const [, app] = render(deliveryInput({ delivers: [delivered('checkout', { ignoreDifferences: [ignored] })] }));
    expect(app?.spec['ignoreDifferences']).toEqual([ignored]);
    expect(app?.spec['syncPolicy']).toMatchObject({
      syncOptions: ['ServerSideApply=true', 'RespectIgnoreDifferences=true'],
    });
  });
});

function neverChart(): never {
  throw new Error('not a chart');
}

describe('deletion', () => {
  test('retain: the project alone has the finalizer', () => {
    const finalizers = render(deliveryInput()).map(({ metadata }) => metadata.finalizers);
    expect(finalizers).toEqual([[finalizer], undefined]);
    expect(project(deliveryInput()).metadata.annotations).not.toHaveProperty('keelson.dev/deletion');
  });

  test('cascade of one unit marks that Application only', () => {
    const objects = render(
      deliveryInput({ delivers: [delivered('checkout'), delivered('ledger', { deletion: 'cascade' })] }),
    );
    expect(
      objects.filter(({ metadata }) => metadata.finalizers !== undefined).map(({ metadata }) => metadata.name),
    ).toEqual(['dev.payments', 'dev-eu-1.payments.ledger']);
    expect(objects[0]?.metadata.annotations).not.toHaveProperty('keelson.dev/deletion');
  });

  test('cascade of the owner marks everything, and the project for the ApplicationSet to read', () => {
    const objects = render(deliveryInput({ deletion: 'cascade' }));
    for (const { metadata } of objects) expect(metadata.finalizers).toEqual([finalizer]);
    expect(objects[0]?.metadata.annotations).toMatchObject({ 'keelson.dev/deletion': 'cascade' });
  });
});

describe('an AppProject', () => {
  test('of a tenant is exact, and leaves quota, limits, policies, roles, listeners and Argo CD to the platform', () => {
    const { spec, metadata } = project(deliveryInput());
    expect(metadata.annotations?.['argocd.argoproj.io/sync-wave']).toBe('-1000');
    expect(spec).toMatchObject({
      sourceRepos: ['https://git.meridian.example/config.git'],
      destinations: [{ name: 'dev-eu-1', namespace: 'payments-dev' }],
      clusterResourceWhitelist: [],
    });
    const blocked = spec['namespaceResourceBlacklist'] as readonly { readonly group: string; readonly kind: string }[];
    expect(blocked.map(({ group, kind }) => `${group}/${kind}`)).toEqual([
      '/LimitRange',
      '/ResourceQuota',
      'acme.cert-manager.io/Challenge',
      'acme.cert-manager.io/Order',
      'argoproj.io/AppProject',
      'argoproj.io/Application',
      'argoproj.io/ApplicationSet',
      'cert-manager.io/Certificate',
      'cert-manager.io/CertificateRequest',
      'cilium.io/CiliumNetworkPolicy',
      'crd.projectcalico.org/NetworkPolicy',
      'gateway.networking.k8s.io/Gateway',
      'gateway.networking.k8s.io/ListenerSet',
      'networking.k8s.io/NetworkPolicy',
      'projectcalico.org/NetworkPolicy',
      'rbac.authorization.k8s.io/Role',
      'rbac.authorization.k8s.io/RoleBinding',
    ]);
  });

  test('gives groups rights on its own Applications, none of which changes or deletes them', () => {
    const roles = project(deliveryInput()).spec['roles'] as readonly {
      readonly name: string;
      readonly groups: readonly string[];
      readonly policies: readonly string[];
    }[];
    expect(roles.map(({ name, groups }) => [name, groups])).toEqual([
      ['admin', ['payments-admins']],
      ['read-only', ['auditors', 'payments-readers']],
    ]);
    for (const policy of roles.flatMap(({ policies }) => policies)) {
      expect(policy).toMatch(
        /^p, proj:dev\.payments:[a-z-]+, (applications|logs), (get|sync|action\/\*), dev\.payments\/\*, allow$/,
      );
    }
  });

  test('of the platform has every namespace of its clusters and every cluster-scoped kind', () => {
    const { spec } = project(platformInput([]));
    expect(spec['destinations']).toEqual([{ name: 'dev-eu-1', namespace: '*' }]);
    expect(spec['clusterResourceWhitelist']).toEqual([{ group: '*', kind: '*' }]);
    expect(spec).not.toHaveProperty('namespaceResourceBlacklist');
    expect(spec).not.toHaveProperty('roles');
  });
});
