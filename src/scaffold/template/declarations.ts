/** One environment with one cluster that is its own hub, one tenant with one app. */
export function declarationFiles(name: string): Readonly<Record<string, string>> {
  return {
    'environments/hub/environment.ts': environment,
    'environments/hub/hub-1.ts': cluster(name),
    'environments/hub/release.yaml': release,
    'tenants/demo.ts': tenant,
  };
}

const environment = `import { defineEnvironment } from 'keelson';

export default defineEnvironment({
  name: 'hub',
  tier: 'management',
  description: 'Argo CD, and for now the tenants as well',
  // A hub usually has none: remove this once there is an environment for them.
  tenanted: true,
  domains: { ingress: 'hub.platform.example' },
});
`;

function cluster(name: string): string {
  return `import { defineCluster } from 'keelson';

export default defineCluster({
  name: 'hub-1',
  environment: 'hub',
  // It delivers itself, so it is a hub.
  hub: 'hub-1',
  provider: { name: 'kind' },
  kubernetes: '1.35',
  delivery: { repository: 'https://github.com/example/${name}.git', revision: 'main' },
});
`;
}

const release = `# Which commit's code each part is rendered with; \`head\` follows the branch.
platform: head
`;

const tenant = `import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'demo',
  description: 'Shows what a tenant gets',
  owner: { team: 'demo' },
  contacts: { email: 'demo@platform.example' },
  costCentre: 'CC-0001',
  environments: ['hub'],
  access: {
    admin: { groups: ['demo-admins'] },
    readOnly: { groups: ['demo-readers'] },
  },
  quota: { hard: { 'requests.cpu': '2', 'requests.memory': '4Gi', 'limits.memory': '8Gi', pods: '20' } },
  apps: [
    {
      name: 'web',
      kind: 'service',
      description: 'A small web application',
      origin: { image: 'ghcr.io/stefanprodan/podinfo:6.9.2' },
      spec: { port: 9898, replicas: 2, user: 100, healthPath: '/healthz', cpu: '50m', memory: '64Mi' },
    },
  ],
});
`;
