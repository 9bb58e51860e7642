import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/keelson.ts';

const apps = ['api', 'web', 'jobs', 'search', 'mail', 'export'];

/** The small repository of bad input with 20 more tenants of six apps each: about 170 units. */
export function makeLargeRepository(root: string): void {
  cpSync(join(projectRoot, 'test/bad-input/base'), root, { recursive: true });
  mkdirSync(join(root, 'tenants'), { recursive: true });
  for (let index = 1; index <= 20; index += 1) {
    const name = `team-${index}`;
    writeFileSync(join(root, `tenants/${name}.ts`), tenantSource(name));
  }
  writePort(root, 8080);
}

/** Gives every app another port, adds a tenant and removes an app: nearly every file changes, some come, some go. */
export function changeLargeRepository(root: string): void {
  writePort(root, 9090);
  writeFileSync(join(root, 'tenants/team-1.ts'), tenantSource('team-1', apps.slice(1)));
  writeFileSync(join(root, 'tenants/newcomers.ts'), tenantSource('newcomers'));
}

function writePort(root: string, port: number): void {
  writeFileSync(
    join(root, 'platform/apps/service.ts'),
    `import { ApiObject } from 'cdk8s';
import { defineAppKind, z } from 'keelson';

export default defineAppKind({
  name: 'service',
  description: 'Answers requests on one port.',
  schema: z.strictObject({ port: z.number().int().default(${port}) }),
  build(scope, input) {
    const { name } = input.app;
    new ApiObject(scope, 'service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name },
      spec: { selector: { app: name }, ports: [{ port: ${port} }] },
    });
  },
});
`,
  );
}

function tenantSource(name: string, names: readonly string[] = apps): string {
  return `import { defineTenant } from 'keelson';

export default defineTenant({
  name: '${name}',
  parent: 'commerce',
  access: { admin: { groups: ['${name}@meridian.example'] } },
  apps: ${JSON.stringify(names)}.map((app) => ({
    name: app,
    kind: 'service',
    origin: { image: \`ghcr.io/meridian/\${app}@sha256:${'0'.repeat(64)}\` },
  })),
});
`;
}
