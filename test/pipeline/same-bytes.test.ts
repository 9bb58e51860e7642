import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  componentSource,
  copyReference,
  makeRepository,
  readTree,
  smallRepository,
  synth,
  writeFiles,
} from './repository.ts';

/** Two components that share a helper and a JSON file, one that shares nothing. */
const sharing: Readonly<Record<string, string>> = {
  ...smallRepository,
  'package-lock.json': '{ "lockfileVersion": 3 }\n',
  'platform/shared.ts':
    "import text from './text.json' with { type: 'json' };\nexport const shared = (name: string) => `${name} ${text.word}`;\n",
  'platform/text.json': '{ "word": "hello" }\n',
  'platform/one/component.ts': componentSource('one', "import { shared } from '../shared.ts';", "{ a: shared('1') }"),
  'platform/two/component.ts': componentSource('two', "import { shared } from '../shared.ts';", "{ a: shared('2') }"),
};

const edits: readonly {
  readonly file: string;
  readonly renders: readonly string[];
  readonly text: (n: number) => string;
}[] = [
  {
    file: 'platform/shared.ts',
    renders: ['one', 'two'],
    text: (n) => (sharing['platform/shared.ts'] ?? '').replace('${name} ', `\${name} ${n} `),
  },
  { file: 'platform/text.json', renders: ['one', 'two'], text: (n) => `{ "word": "hello ${n}" }\n` },
  { file: 'platform/web/data.ts', renders: ['web'], text: (n) => `export const data = { key: '${n}' };\n` },
  {
    file: 'platform/two/component.ts',
    renders: ['two'],
    text: (n) => componentSource('two', "import { shared } from '../shared.ts';", `{ a: shared('2'), b: '${n}' }`),
  },
  { file: 'package-lock.json', renders: ['one', 'two', 'web'], text: (n) => `{ "lockfileVersion": 3, "n": ${n} }\n` },
  {
    file: 'environments/hub/environment.ts',
    renders: ['one', 'two', 'web'],
    text: (n) =>
      (sharing['environments/hub/environment.ts'] ?? '').replace("owner: 'core'", `owner: 'core', order: ${n}`),
  },
];

describe('incremental equals full', () => {
  test.each(edits)(
    'after an edit of $file, and just what depends on it is rendered',
    async ({ file, renders, text }) => {
      const root = makeRepository(sharing);
      await synth(root);
      writeFiles(root, { [file]: text(7) });
      const result = await synth(root);
      const rendered = result.units.filter(({ action, unit }) => action === 'rendered' && unit.name.length === 3);
      expect(rendered.map(({ unit }) => unit.name)).toEqual(renders);
      const fresh = makeRepository({ ...sharing, [file]: text(7) });
      await synth(fresh, { noCache: true });
      expect(readTree(root)).toEqual(readTree(fresh));
    },
  );

  test('after any sequence of edits', async () => {
    const edit = fc.record({ edit: fc.constantFrom(...edits), n: fc.integer({ min: 1, max: 5 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (sequence) => {
        const root = makeRepository(sharing);
        const files = { ...sharing };
        await synth(root);
        for (const {
          edit: { file, text },
          n,
        } of sequence) {
          files[file] = text(n);
          writeFiles(root, { [file]: text(n) });
          await synth(root);
        }
        const fresh = makeRepository(files);
        await synth(fresh, { noCache: true });
        expect(readTree(root)).toEqual(readTree(fresh));
      }),
      { numRuns: 12 },
    );
  });
});

test('incremental equals full for a build that goes through keys in the order in which they were declared', async () => {
  const source = componentSource('web', '', "{ order: Object.keys(input.environment.extensions).join(' ') }");
  const extended = (extensions: string): Readonly<Record<string, string>> => ({
    ...smallRepository,
    'platform/web/component.ts': source,
    'environments/hub/environment.ts': (smallRepository['environments/hub/environment.ts'] ?? '').replace(
      "owner: 'core'",
      `owner: 'core', extensions: ${extensions}`,
    ),
  });
  const root = makeRepository(extended("{ one: '1', two: '2' }"));
  await synth(root);
  const swapped = extended("{ two: '2', one: '1' }");
  writeFiles(root, swapped);
  await synth(root);
  const fresh = makeRepository(swapped);
  await synth(fresh, { noCache: true });
  expect(readTree(root)).toEqual(readTree(fresh));
});

describe('dist/ is left alone by', () => {
  const source = sharing['platform/one/component.ts'] ?? '';
  test.each([
    ['a comment', `// A comment above.\n\n${source}// And below.\n`],
    ['another construct id', source.replace("(scope, 'settings', {", "(scope, 'other-id', {")],
    [
      'another parent',
      source
        .replace(
          "import { ApiObject } from 'cdk8s';",
          "import { ApiObject } from 'cdk8s';\nimport { Construct } from 'constructs';",
        )
        .replace("new ApiObject(scope, 'settings'", "new ApiObject(new Construct(new Construct(scope, 'a'), 'b'), 'c'"),
    ],
  ])('%s', async (_name, changed) => {
    expect(changed).not.toBe(source);
    const root = makeRepository(sharing);
    await synth(root);
    const before = readTree(root);
    writeFiles(root, { 'platform/one/component.ts': changed });
    expect((await synth(root)).files).toEqual([]);
    expect(readTree(root)).toEqual(before);
  });
});

/** A repository with tenants whose every list and mapping can be written in another order. */
const kinds: Readonly<Record<string, string>> = {
  ...smallRepository,
  'environments/dev/environment.ts': `import { defineEnvironment } from 'keelson';
export default defineEnvironment({ name: 'dev', tier: 'dev', owner: 'core' });
`,
  'environments/dev/dev-1.ts': `import { defineCluster } from 'keelson';
export default defineCluster({
  name: 'dev-1', environment: 'dev', hub: 'hub-1', provider: { name: 'kind' }, kubernetes: '1.36', server: 'https://dev-1.example.test',
});
`,
  'platform/baseline.ts': `import { ApiObject } from 'cdk8s';
import { defineBaseline } from 'keelson';
export default defineBaseline({
  build(scope, input) {
    for (const name of input.tenant.namespaces) {
      new ApiObject(scope, name, { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: input.tenant.labels } });
    }
  },
});
`,
  'platform/apps/plain.ts': `import { ApiObject } from 'cdk8s';
import { defineAppKind, z } from 'keelson';
export default defineAppKind({
  name: 'plain', description: 'A ConfigMap.', schema: z.strictObject({}),
  build(scope, input) {
    new ApiObject(scope, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: input.app.name, labels: input.app.labels },
      data: { labels: Object.keys(input.tenant.labels).join(' ') } });
  },
});
`,
};

function appOf(own: string): object {
  return { name: own, kind: 'plain', origin: { image: `ghcr.io/acme/${own}@sha256:${'0'.repeat(64)}` } };
}

function tenantYaml(order: (keys: readonly string[]) => readonly string[], name: string): string {
  const fields: Record<string, unknown> = {
    name,
    description: 'For a test.',
    owner: { team: `${name}-team` },
    contacts: { email: `${name}@example.test` },
    costCentre: 'c1',
    dataClassification: 'internal',
    environments: ['dev'],
    access: { admin: { groups: [`${name}-admins`] } },
    labels: Object.fromEntries(order(['a', 'b', 'c']).map((key) => [`example.test/${key}`, key])),
    apps: order(['api', 'job', 'web']).map(appOf),
  };
  // JSON is YAML.
  return `${JSON.stringify(Object.fromEntries(order(Object.keys(fields)).map((key) => [key, fields[key]])), undefined, 1)}\n`;
}

function repository(order: (keys: readonly string[]) => readonly string[]): Record<string, string> {
  return {
    ...kinds,
    'tenants/first.yaml': tenantYaml(order, 'first'),
    'tenants/second.yaml': tenantYaml(order, 'second'),
  };
}

describe('the same source gives the same bytes', () => {
  test('in whatever order it is declared, in any folder', async () => {
    const root = makeRepository(repository((keys) => keys));
    await synth(root);
    const expected = readTree(root);
    expect(Object.keys(expected)).toContain('dist/dev/dev-1/first/web/configmap.web.yaml');
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        const shuffled = (keys: readonly string[]): readonly string[] =>
          keys
            .map((key) => [Number(numbers.next().value), key] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, key]) => key);
        const files = repository(shuffled);
        const other = makeRepository(
          Object.fromEntries(shuffled(Object.keys(files)).map((path) => [path, files[path] ?? ''])),
        );
        await synth(other, { noCache: true });
        expect(readTree(other)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test('in any locale, time zone, environment and working folder', async () => {
    const root = copyReference();
    await synth(root, { noCache: true });
    const expected = readTree(root);
    const lib = join(import.meta.dirname, '../../lib');
    for (const [locale, zone] of [
      ['tr_TR.UTF-8', 'Asia/Kathmandu'],
      ['C', 'America/St_Johns'],
    ]) {
      const other = copyReference();
      const script = join(other, 'run.mjs');
      writeFileSync(
        script,
        `import { synthesize } from ${JSON.stringify(join(lib, 'pipeline/index.js'))};
import { nodeFiles, nodeGit, nodeProcesses, systemClock } from ${JSON.stringify(join(lib, 'io/index.js'))};
const root = ${JSON.stringify(other)};
const ports = { files: nodeFiles, git: nodeGit(root), clock: systemClock, processes: nodeProcesses };
await synthesize({ root, ports, mode: 'write', noCache: true });
`,
      );
      const env = {
        PATH: process.env['PATH'] ?? '',
        LANG: locale,
        LC_ALL: locale,
        TZ: zone,
        CDK8S_LEGACY_HASH: '1',
        CDK8S_DISABLE_SORT: '1',
      };
      execFileSync(process.execPath, [script], { cwd: '/', env });
      expect(readTree(other)).toEqual(expected);
    }
  });
});
