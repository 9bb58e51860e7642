import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The size of the measured fleet: environments x tenants x apps of a tenant x 3 objects. */
export interface FleetSize {
  readonly environments: number;
  readonly tenants: number;
  readonly appsPerTenant: number;
}

/** Writes a repository of declarations, one file per tenant, environment and cluster, as a user's would be. */
export function writeFleet(root: string, size: FleetSize): void {
  function write(path: string, text: string): void {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const environments = Array.from({ length: size.environments }, (_, index) => `env-${index}`);
  write('package.json', JSON.stringify({ name: 'bench-fleet', type: 'module', private: true, keelson: {} }));
  write('platform/baseline.ts', baseline);
  write('platform/apps/service.ts', serviceKind);
  write(
    'environments/hub/environment.ts',
    `import { defineEnvironment } from 'keelson';\nexport default defineEnvironment({ name: 'hub', tier: 'management' });\n`,
  );
  write(
    'environments/hub/hub-1.ts',
    cluster('hub-1', 'hub', `delivery: { repository: 'https://github.com/example/config.git' },`),
  );
  for (const name of environments) {
    write(
      `environments/${name}/environment.ts`,
      `import { defineEnvironment } from 'keelson';\nexport default defineEnvironment({ name: '${name}', tier: 'dev' });\n`,
    );
    write(`environments/${name}/${name}-c.ts`, cluster(`${name}-c`, name, `server: 'https://${name}.example.com',`));
  }
  for (let tenant = 0; tenant < size.tenants; tenant += 1) {
    const apps = Array.from(
      { length: size.appsPerTenant },
      (_, app) =>
        `    { name: 'app-${app}', kind: 'service', origin: { image: 'ghcr.io/example/app-${app}@sha256:${'0'.repeat(64)}' }, spec: { port: ${8000 + app} } },`,
    );
    write(
      `tenants/team-${tenant}.ts`,
      `import { defineTenant } from 'keelson';
export default defineTenant({
  name: 'team-${tenant}',
  owner: { team: 'team-${tenant}' },
  contacts: { email: 'team-${tenant}@example.com' },
  costCentre: 'CC-${tenant}',
  environments: ${JSON.stringify(environments)},
  access: { admin: { groups: ['team-${tenant}-admins'] } },
  apps: [
${apps.join('\n')}
  ],
});
`,
    );
  }
}

function cluster(name: string, environment: string, more: string): string {
  return `import { defineCluster } from 'keelson';
export default defineCluster({
  name: '${name}', environment: '${environment}', hub: 'hub-1', provider: { name: 'kind' }, kubernetes: '1.36', ${more}
});
`;
}

const baseline = `import { defineBaseline, KubeObject } from 'keelson';
export default defineBaseline({
  build(scope, input) {
    for (const name of input.tenant.namespaces) new KubeObject(scope, name, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  },
});
`;

const serviceKind = `import { defineAppKind, KubeObject, z } from 'keelson';
export default defineAppKind({
  name: 'service',
  description: 'A Deployment behind a Service',
  schema: z.strictObject({ port: z.int() }),
  build(scope, input) {
    const { name, namespace, image, spec } = input.app;
    const labels = { 'app.kubernetes.io/name': name };
    new KubeObject(scope, 'account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace, labels } });
    new KubeObject(scope, 'service', {
      apiVersion: 'v1', kind: 'Service', metadata: { name, namespace, labels },
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    });
    new KubeObject(scope, 'deployment', {
      apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace, labels },
      spec: {
        replicas: 2, selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: {
          serviceAccountName: name,
          containers: [{ name: 'app', image, ports: [{ name: 'http', containerPort: spec.port }], resources: { requests: { cpu: '100m', memory: '128Mi' } } }],
        } },
      },
    });
  },
});
`;
