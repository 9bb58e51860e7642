import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { nodeFiles, nodeGit, nodeProcesses, systemClock } from '#src/io/index.ts';
import { UserError, UserErrors } from '#src/kernel/index.ts';
import { synthesize } from '#src/pipeline/index.ts';
import type { PipelineOptions, SynthesizeOptions, SynthRun } from '#src/pipeline/index.ts';

/** A hub that delivers itself, and a component `web` that makes one ConfigMap of `platform/web/data.ts`. */
export const smallRepository: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "small", "private": true, "type": "module" }\n',
  'environments/hub/environment.ts': `import { defineEnvironment } from 'keelson';
export default defineEnvironment({ name: 'hub', tier: 'management', owner: 'core' });
`,
  'environments/hub/hub-1.ts': `import { defineCluster } from 'keelson';
export default defineCluster({
  name: 'hub-1', environment: 'hub', hub: 'hub-1', provider: { name: 'kind' }, kubernetes: '1.36',
  delivery: { repository: 'https://git.example.test/acme/config.git' },
});
`,
  'platform/web/component.ts': componentSource('web', "import { data } from './data.ts';", 'data'),
  'platform/web/data.ts': "export const data = { key: 'value' };\n",
};

export function componentSource(name: string, imports: string, data: string, prelude = ''): string {
  return `import { ApiObject } from 'cdk8s';
import { defineComponent } from 'keelson';
${imports}
${prelude}
export default defineComponent({
  name: '${name}', category: 'test', description: 'For a test.', owner: 'core', lifecycle: { stage: 'ga' },
  build(scope, input) {
    new ApiObject(scope, 'settings', {
      apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: ${data},
    });
  },
});
`;
}

/** A repository in a temporary folder, gone after the test. */
export function makeRepository(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  writeFiles(root, files);
  return root;
}

/** A copy of this repository's reference platform. */
export function copyReference(): string {
  const root = temporaryFolder();
  const from = join(import.meta.dirname, '../..');
  for (const name of ['platform', 'tenants', 'environments', 'package.json', 'package-lock.json']) {
    cpSync(join(from, name), join(root, name), { recursive: true });
  }
  return root;
}

function temporaryFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'keelson-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

export function optionsFor(root: string): PipelineOptions {
  const ports = { files: nodeFiles, git: nodeGit(root), clock: systemClock, processes: nodeProcesses };
  return { root, ports };
}

export async function synth(root: string, options: Partial<SynthesizeOptions> = {}): Promise<SynthRun> {
  return await synthesize({ ...optionsFor(root), mode: 'write', ...options });
}

/** Path -> bytes of everything below `dist/`. */
export function readTree(root: string, folder = 'dist'): Readonly<Record<string, string>> {
  const tree: Record<string, string> = {};
  const visit = (path: string): void => {
    for (const name of readdirSync(join(root, path)).toSorted()) {
      const child = `${path}/${name}`;
      if (statSync(join(root, child)).isDirectory()) visit(child);
      else tree[child] = readFileSync(join(root, child), 'utf8');
    }
  };
  visit(folder);
  return tree;
}

/** The UserErrors of what must fail; anything else goes on. */
export async function errorsOf(run: Promise<unknown>): Promise<readonly UserError[]> {
  try {
    await run;
  } catch (error) {
    if (error instanceof UserErrors) return error.errors;
    if (error instanceof UserError) return [error];
    throw error;
  }
  return [];
}
