import type { Cluster, DeliveredUnit, DeliveryInput, Environment, RootInput } from '#src/model/types.ts';

const environment: Environment = {
  name: 'dev',
  tier: 'dev',
  order: 1,
  owner: 'team-platform',
  lifetime: 'long-lived',
  phase: 'live',
  tenanted: true,
  regions: [],
  domains: {},
  network: { reserved: [], egressAllow: [] },
  podSecurity: 'restricted',
  labels: {},
  extensions: {},
};

export const hub: Cluster = {
  name: 'hub-eu-1',
  environment: 'hub',
  hub: 'hub-eu-1',
  isHub: true,
  provider: { name: 'openstack' },
  kubernetes: '1.36',
  server: 'https://kubernetes.default.svc',
  labels: {},
  network: { cidrs: {} },
  delivery: { repository: 'https://git.meridian.example/config.git', revision: 'main', namespace: 'argocd' },
  extensions: {},
};

const repository = { url: 'https://git.meridian.example/config.git', revision: 'main' };

export function delivered(name: string, change: Partial<DeliveredUnit> = {}): DeliveredUnit {
  const id = `dev/dev-eu-1/payments/${name}`;
  return {
    unit: { id, environment: 'dev', cluster: 'dev-eu-1', name, kind: 'app', owner: 'payments', tenant: 'payments' },
    application: `dev-eu-1.payments.${name}`,
    project: 'dev.payments',
    wave: 10,
    destination: 'dev-eu-1',
    namespace: 'payments-dev',
    sources: [{ type: 'folder', path: `dist/${id}` }],
    ignoreDifferences: [],
    deletion: 'retain',
    ...change,
  };
}

export function deliveryInput(change: Partial<DeliveryInput> = {}): DeliveryInput {
  return {
    unit: {
      id: 'dev/hub-eu-1/payments/delivery',
      environment: 'dev',
      cluster: 'hub-eu-1',
      name: 'delivery',
      kind: 'delivery',
      owner: 'payments',
      tenant: 'payments',
    },
    environment,
    hub,
    repository,
    project: {
      name: 'dev.payments',
      description: 'Payments in dev.',
      sourceRepositories: [repository.url],
      destinations: [{ cluster: 'dev-eu-1', namespace: 'payments-dev' }],
      access: { admin: ['payments-admins'], readOnly: ['payments-readers', 'auditors'] },
    },
    deletion: 'retain',
    delivers: [delivered('checkout')],
    ...change,
  };
}

export function platformInput(delivers: readonly DeliveredUnit[]): DeliveryInput {
  return deliveryInput({
    unit: {
      id: 'dev/hub-eu-1/platform/delivery',
      environment: 'dev',
      cluster: 'hub-eu-1',
      name: 'delivery',
      kind: 'delivery',
      owner: 'platform',
    },
    project: {
      name: 'dev.platform',
      description: 'The platform in dev.',
      sourceRepositories: [repository.url],
      destinations: [{ cluster: 'dev-eu-1', namespace: '*' }],
      access: { admin: [], readOnly: [] },
    },
    delivers,
  });
}

export const rootInput: RootInput = {
  unit: {
    id: 'hub/hub-eu-1/platform/root',
    environment: 'hub',
    cluster: 'hub-eu-1',
    name: 'root',
    kind: 'root',
    owner: 'platform',
  },
  environment: { ...environment, name: 'hub', tier: 'management' },
  hub,
  repository,
};
