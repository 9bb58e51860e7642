import { expect, test } from 'vitest';
import { resolveFleet } from '#src/model/index.ts';
import type { AppInput, ComponentInput, DeliveryInput, Fleet, RootInput, TenantInput, Unit } from '#src/model/index.ts';
import { cluster, component, declare, digest, meridian, tenant } from './platform.ts';
import type { Platform } from './platform.ts';

function fleetOf(platform: Platform): Fleet {
  const { fleet, errors } = resolveFleet(declare(platform));
  expect(errors.map((error) => error.message)).toEqual([]);
  return fleet;
}

function unit(fleet: Fleet, id: string): Unit {
  const found = fleet.units.find((candidate) => candidate.ref.id === id);
  if (found === undefined) throw new Error(`no unit ${id}`);
  return found;
}

function componentInput(fleet: Fleet, id: string): ComponentInput {
  return unit(fleet, id).input as ComponentInput;
}

function tenantInput(fleet: Fleet, id: string): TenantInput {
  return unit(fleet, id).input as TenantInput;
}

function appInput(fleet: Fleet, id: string): AppInput {
  return unit(fleet, id).input as AppInput;
}

function deliveryInput(fleet: Fleet, id: string): DeliveryInput {
  return unit(fleet, id).input as DeliveryInput;
}

function rootInput(fleet: Fleet, id: string): RootInput {
  return unit(fleet, id).input as RootInput;
}

test('the units of the reference platform, sorted, with their waves', () => {
  expect(fleetOf(meridian()).units.map(({ ref, wave, hasObjects }) => `${ref.id} ${wave} ${hasObjects}`)).toEqual([
    'dev/dev-eu-1/payments/baseline 0 true',
    'dev/dev-eu-1/payments/checkout 10 true',
    'dev/dev-eu-1/platform/cert-manager -100 true',
    'dev/dev-eu-1/platform/ingress -99 true',
    'dev/dev-eu-1/storefront/baseline 0 true',
    'dev/dev-eu-1/storefront/docs 10 false',
    'dev/dev-eu-1/storefront/maps 10 false',
    'dev/hub-eu-1/payments/delivery 0 true',
    'dev/hub-eu-1/platform/delivery 0 true',
    'dev/hub-eu-1/storefront/delivery 0 true',
    'hub/hub-eu-1/platform/argo-cd -100 true',
    'hub/hub-eu-1/platform/cert-manager -100 true',
    'hub/hub-eu-1/platform/delivery 0 true',
    'hub/hub-eu-1/platform/ingress -99 true',
    'hub/hub-eu-1/platform/root 0 true',
    'prod/hub-eu-1/payments/delivery 0 true',
    'prod/hub-eu-1/platform/delivery 0 true',
    'prod/hub-eu-1/storefront/delivery 0 true',
    'prod/prod-us-1/payments/baseline 0 true',
    'prod/prod-us-1/payments/checkout 10 true',
    'prod/prod-us-1/platform/cert-manager -100 true',
    'prod/prod-us-1/platform/ingress -99 true',
    'prod/prod-us-1/storefront/baseline 0 true',
  ]);
});

test('a component sees outputs of what it requires on its own cluster, optional ones where they are', () => {
  const fleet = fleetOf(meridian());
  expect(componentInput(fleet, 'dev/dev-eu-1/platform/ingress').capabilities).toEqual({
    certificates: { issuer: 'letsencrypt-dev' },
  });
  expect(componentInput(fleet, 'prod/prod-us-1/platform/ingress').capabilities).toEqual({
    certificates: { issuer: 'letsencrypt-prod' },
    storage: { class: 'gp3' },
  });
  expect(unit(fleet, 'prod/prod-us-1/platform/ingress').requires).toEqual(['prod/prod-us-1/platform/cert-manager']);
});

test('a tenant inherits from its organisation unit and is overridden per environment', () => {
  const fleet = fleetOf(meridian());
  const dev = tenantInput(fleet, 'dev/dev-eu-1/payments/baseline').tenant;
  const prod = tenantInput(fleet, 'prod/prod-us-1/payments/baseline').tenant;
  expect(dev).toEqual({
    name: 'payments',
    type: 'application',
    displayName: 'payments',
    description: '',
    ancestors: ['commerce'],
    lifecycle: 'ga',
    owner: { team: 'commerce' },
    contacts: { email: 'commerce@meridian.example', slack: '#payments' },
    costCentre: 'CC-100',
    dataClassification: 'confidential',
    namespaces: ['payments-dev'],
    access: { admin: { groups: ['payments-admins'] }, edit: {}, readOnly: { groups: ['payments-viewers'] } },
    repositories: ['https://github.com/meridian/payments.git'],
    quota: { class: 'small', hard: { pods: '60', 'requests.cpu': '4' } },
    limits: { default: { memory: '512Mi' } },
    podSecurity: 'restricted',
    network: {
      allowSameTenant: true,
      ingressFrom: [{ tenant: 'storefront', ports: [8443], namespaces: ['storefront-dev'] }],
      egressTo: [],
      internet: { egress: false },
    },
    domains: [],
    domainsElsewhere: ['pay.meridian.example'],
    labels: { division: 'commerce' },
    extensions: {},
  });
  expect(prod.quota).toEqual({ class: 'medium', hard: { pods: '200', 'requests.cpu': '16' } });
  expect(prod.access).toEqual({ admin: { groups: ['payments-prod-admins'] }, edit: {}, readOnly: {} });
  expect(prod.domains).toEqual([{ host: 'pay.meridian.example' }]);
  expect(prod.domainsElsewhere).toEqual([]);
});

test("a component's contribution lies in each tenant's baseline unit, with what it requires", () => {
  const fleet = fleetOf(meridian());
  const baseline = unit(fleet, 'prod/prod-us-1/payments/baseline');
  expect((baseline.input as TenantInput).contributions).toEqual([
    {
      component: 'ingress',
      recipe: { module: 'platform/ingress/component.ts', export: 'default' },
      capabilities: { certificates: { issuer: 'letsencrypt-prod' }, storage: { class: 'gp3' } },
    },
  ]);
  expect(baseline.requires).toEqual(['prod/prod-us-1/platform/cert-manager', 'prod/prod-us-1/platform/ingress']);
  expect(baseline.recipe).toEqual({ module: 'platform/baseline.ts', export: 'default' });
});

test("an app gets its kind's defaults, the environment's spec key by key, and the environment's image", () => {
  const fleet = fleetOf(meridian());
  const dev = unit(fleet, 'dev/dev-eu-1/payments/checkout');
  const prod = unit(fleet, 'prod/prod-us-1/payments/checkout');
  expect((dev.input as AppInput).app).toMatchObject({
    image: 'ghcr.io/meridian/checkout:1.4',
    namespace: 'payments-dev',
    spec: { replicas: 1, port: 8080, env: { LOG: 'info', REGION: 'eu' } },
  });
  expect((prod.input as AppInput).app).toMatchObject({
    image: `ghcr.io/meridian/checkout@${digest}`,
    spec: { replicas: 3, port: 8080, env: { LOG: 'warn', REGION: 'eu' } },
  });
  expect(prod.recipe).toEqual({ module: 'platform/apps/service.ts', export: 'default' });
  expect(prod.requires).toEqual([
    'prod/prod-us-1/payments/baseline',
    'prod/prod-us-1/platform/cert-manager',
    'prod/prod-us-1/platform/ingress',
  ]);
});

test('charts give their values to a file beside the units', () => {
  expect(fleetOf(meridian()).values).toEqual([
    {
      path: '.values/dev/dev-eu-1/platform/cert-manager.yaml',
      unit: 'dev/dev-eu-1/platform/cert-manager',
      values: { crds: { enabled: true }, replicaCount: 1 },
    },
    {
      path: '.values/dev/dev-eu-1/storefront/maps.yaml',
      unit: 'dev/dev-eu-1/storefront/maps',
      values: { tiles: true },
    },
    {
      path: '.values/hub/hub-eu-1/platform/cert-manager.yaml',
      unit: 'hub/hub-eu-1/platform/cert-manager',
      values: { crds: { enabled: true }, replicaCount: 1 },
    },
    {
      path: '.values/prod/prod-us-1/platform/cert-manager.yaml',
      unit: 'prod/prod-us-1/platform/cert-manager',
      values: { crds: { enabled: true }, replicaCount: 3 },
    },
  ]);
});

test("a tenant's delivery allows exactly its namespaces, clusters and repositories; its baseline uses the platform's project", () => {
  const fleet = fleetOf(meridian());
  const delivery = deliveryInput(fleet, 'dev/hub-eu-1/storefront/delivery');
  expect(delivery.repository).toEqual({ url: 'https://github.com/meridian/platform-config.git', revision: 'HEAD' });
  expect(delivery.project).toEqual({
    name: 'dev.storefront',
    description: 'Storefront',
    sourceRepositories: [
      'https://charts.meridian.example',
      'https://github.com/meridian/docs.git',
      'https://github.com/meridian/platform-config.git',
    ],
    destinations: [{ cluster: 'dev-eu-1', namespace: 'storefront-dev' }],
    access: { admin: ['storefront-admins'], readOnly: ['storefront-viewers'] },
  });
  expect(
    delivery.delivers.map(({ application, project, wave, destination, namespace, sources, deletion }) => ({
      application,
      project,
      wave,
      destination,
      namespace,
      sources,
      deletion,
    })),
  ).toEqual([
    {
      application: 'dev-eu-1.storefront.baseline',
      project: 'dev.platform',
      wave: 0,
      destination: 'dev-eu-1',
      namespace: 'storefront-dev',
      sources: [{ type: 'folder', path: 'dist/dev/dev-eu-1/storefront/baseline' }],
      deletion: 'retain',
    },
    {
      application: 'dev-eu-1.storefront.docs',
      project: 'dev.storefront',
      wave: 10,
      destination: 'dev-eu-1',
      namespace: 'storefront-dev',
      sources: [{ type: 'git', repository: 'https://github.com/meridian/docs.git', path: 'deploy', revision: 'main' }],
      deletion: 'retain',
    },
    {
      application: 'dev-eu-1.storefront.maps',
      project: 'dev.storefront',
      wave: 10,
      destination: 'dev-eu-1',
      namespace: 'storefront-dev',
      sources: [
        {
          type: 'chart',
          chart: {
            repository: 'https://charts.meridian.example',
            chart: 'maps',
            version: '2.0.1',
            releaseName: 'maps',
          },
          valuesFile: '.values/dev/dev-eu-1/storefront/maps.yaml',
        },
      ],
      deletion: 'retain',
    },
  ]);
});

test("the platform's delivery has every namespace of its clusters, chart repositories, and ignored differences", () => {
  const delivery = deliveryInput(fleetOf(meridian()), 'prod/hub-eu-1/platform/delivery');
  expect(delivery.project).toEqual({
    name: 'prod.platform',
    description: 'Platform in prod',
    sourceRepositories: ['https://charts.jetstack.io', 'https://github.com/meridian/platform-config.git'],
    destinations: [{ cluster: 'prod-us-1', namespace: '*' }],
    access: { admin: [], readOnly: [] },
  });
  expect(delivery.delivers.map(({ application, sources }) => [application, sources.map(({ type }) => type)])).toEqual([
    ['prod-us-1.platform.cert-manager', ['chart', 'folder']],
    ['prod-us-1.platform.ingress', ['folder']],
  ]);
  expect(delivery.delivers[1]?.ignoreDifferences).toEqual([{ kind: 'Gateway', jsonPointers: ['/status'] }]);
});

test('deletion of a tenant reaches all it delivers, that of an app only itself', () => {
  const platform = meridian();
  platform.tenants = platform.tenants.map((value) =>
    value.name === 'payments' ? { ...value, deletion: 'cascade' as const } : value,
  );
  platform.apps = platform.apps.map((value) =>
    value.name === 'docs' ? { ...value, deletion: 'cascade' as const } : value,
  );
  const fleet = fleetOf(platform);
  const payments = deliveryInput(fleet, 'dev/hub-eu-1/payments/delivery');
  expect([payments.deletion, ...payments.delivers.map(({ deletion }) => deletion)]).toEqual([
    'cascade',
    'cascade',
    'cascade',
  ]);
  const storefront = deliveryInput(fleet, 'dev/hub-eu-1/storefront/delivery');
  expect(storefront.deletion).toBe('retain');
  expect(storefront.delivers.map(({ unit: { name }, deletion }) => `${name} ${deletion}`)).toEqual([
    'baseline retain',
    'docs cascade',
    'maps retain',
  ]);
});

test('each hub delivers its own clusters, from its own repository', () => {
  const platform = meridian();
  platform.clusters.push(
    {
      name: 'hub-eu-2',
      environment: 'hub',
      hub: 'hub-eu-2',
      provider: { name: 'kind' },
      kubernetes: '1.36',
      delivery: { repository: 'https://git.example/mirror.git', revision: 'main', namespace: 'gitops' },
    },
    cluster('dev-eu-2', 'dev', { hub: 'hub-eu-2' }),
  );
  const fleet = fleetOf(platform);
  expect(fleet.units.filter(({ ref }) => ref.kind === 'root').map(({ ref }) => ref.id)).toEqual([
    'hub/hub-eu-1/platform/root',
    'hub/hub-eu-2/platform/root',
  ]);
  const second = deliveryInput(fleet, 'dev/hub-eu-2/payments/delivery');
  expect(second.delivers.map(({ application }) => application)).toEqual([
    'dev-eu-2.payments.baseline',
    'dev-eu-2.payments.checkout',
  ]);
  expect(second.project.destinations).toEqual([{ cluster: 'dev-eu-2', namespace: 'payments-dev' }]);
  expect(rootInput(fleet, 'hub/hub-eu-2/platform/root').repository).toEqual({
    url: 'https://git.example/mirror.git',
    revision: 'main',
  });
});

test('a cluster takes components off and on, and spread `one` chooses the first cluster by name', () => {
  const platform = meridian();
  platform.clusters.push(
    cluster('dev-aa-1', 'dev', { labels: { purpose: 'gpu' } }),
    cluster('dev-zz-1', 'dev', { components: { include: ['argo-cd'] } }),
  );
  platform.components.push(component('gpu', { placement: { clusterSelector: { matchLabels: { purpose: 'gpu' } } } }));
  platform.tenants.push(tenant('lonely', { environments: ['dev'], placement: { spread: 'one' } }));
  const ids = fleetOf(platform).units.map(({ ref }) => ref.id);
  expect(ids.filter((id) => id.includes('/lonely/'))).toEqual([
    'dev/dev-aa-1/lonely/baseline',
    'dev/hub-eu-1/lonely/delivery',
  ]);
  expect(ids.filter((id) => id.endsWith('/gpu'))).toEqual(['dev/dev-aa-1/platform/gpu']);
  expect(ids.filter((id) => id.endsWith('/argo-cd'))).toEqual([
    'dev/dev-zz-1/platform/argo-cd',
    'hub/hub-eu-1/platform/argo-cd',
  ]);
});

test('an environment without clusters places nothing and is no error', () => {
  const platform = meridian();
  platform.environments.push({ name: 'qa', tier: 'pre-prod', phase: 'planned' });
  platform.tenants.push(
    tenant('early', {
      parent: 'root',
      environments: ['qa'],
      owner: { team: 'e' },
      contacts: { email: 'e@meridian.example' },
      costCentre: 'CC-9',
    }),
  );
  const fleet = fleetOf(platform);
  expect(fleet.units.filter(({ ref }) => ref.environment === 'qa' || ref.owner === 'early')).toEqual([]);
  expect(fleet.tenants.find(({ name }) => name === 'early')).toMatchObject({ environments: ['qa'], clusters: [] });
});

test('own namespaces of the baseline are what the project allows, the first is where apps live', () => {
  const platform = meridian();
  platform.baselines = platform.baselines.map((value) => ({
    ...value,
    namespaces: ({ tenant: name, environment }) => [`${name}-${environment}-run`, `${name}-${environment}-build`],
  }));
  const fleet = fleetOf(platform);
  expect(deliveryInput(fleet, 'dev/hub-eu-1/payments/delivery').project.destinations).toEqual([
    { cluster: 'dev-eu-1', namespace: 'payments-dev-run' },
    { cluster: 'dev-eu-1', namespace: 'payments-dev-build' },
  ]);
  expect(appInput(fleet, 'dev/dev-eu-1/payments/checkout').app.namespace).toBe('payments-dev-run');
});

test('the fleet is frozen JSON: it survives printing, and no part of it is a declaration', () => {
  const platform = meridian();
  const fleet = fleetOf(platform);
  expect(JSON.parse(JSON.stringify(fleet))).toEqual(fleet);
  const open: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Object.isFrozen(value)) open.push(path);
    for (const [key, item] of Object.entries(value)) visit(item, `${path}/${key}`);
  };
  visit(fleet, '');
  expect(open).toEqual([]);
  expect(Object.isFrozen(platform.tenants[1]?.access)).toBe(false);
});
