import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readDocument } from '../report/schema.ts';
import { copyReferencePlatform, projectRoot, temporaryFolder } from '../support/keelson.ts';
import { cli } from './terminal.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

function write(path: string, text: string): void {
  const file = join(folder.path, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

/** What is asked here is how manifests are read and reported: policy has tests of its own. */
function withRules(args: readonly string[]): readonly string[] {
  return args.includes('--rules') ? args : [...args, '--rules', 'api-server,life-cycle'];
}

const run = async (...args: readonly string[]) => await cli(['validate', ...withRules(args)], { cwd: folder.path });

interface Document {
  readonly findings: readonly {
    readonly rule: string;
    readonly pointer?: string;
    readonly severity: string;
    readonly seen?: string;
    readonly fingerprint: string;
    readonly location: { readonly file: string; readonly line: number; readonly document?: number };
    readonly object?: { readonly name: string };
    readonly unit?: { readonly id: string };
    readonly declared?: { readonly file: string };
    readonly causes?: readonly string[];
  }[];
  readonly coverage: {
    readonly checked: number;
    readonly notChecked: readonly { readonly reason: string; readonly subject: string }[];
    readonly kubernetes: Readonly<Record<string, string>>;
  };
  readonly summary: Readonly<Record<string, number>>;
}

async function json(...args: readonly string[]): Promise<Document> {
  const { out } = await cli(['validate', ...withRules(args), '--json'], { cwd: folder.path });
  return readDocument(out) as unknown as Document;
}

/** What no other finding is the cause of. */
const open = (findings: Document['findings']) => findings.filter(({ causes }) => causes === undefined);

const service = (name: string, port: number | string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports:\n    - port: ${port}\n`;

test('several documents, lists, JSON and folders, each at its own line', async () => {
  write('many/a.yaml', `# first\n${service('fine', 80)}---\n---\n# a comment\n${service('far', 70_000)}`);
  write(
    'many/deep/list.yml',
    `apiVersion: v1\nkind: List\nitems:\n- ${service('x', 80).replaceAll('\n', '\n  ').trimEnd()}\n- ${service('last', -1).replaceAll('\n', '\n  ').trimEnd()}\n`,
  );
  write(
    'many/object.json',
    JSON.stringify(
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'j' }, spec: { ports: [{ port: 0 }] } },
      null,
      2,
    ),
  );
  write('many/.hidden/b.yaml', service('hidden', 0));
  write('many/notes.txt', 'not a manifest');
  const { findings, summary, coverage } = await json('many', '--kubernetes', '1.36');
  expect(open(findings).map(({ location, object }) => [location.file, location.line, object?.name])).toEqual([
    ['many/a.yaml', 18, 'far'],
    ['many/deep/list.yml', 17, 'last'],
    ['many/object.json', 10, 'j'],
  ]);
  expect(summary).toMatchObject({ error: 3, objects: 5 });
  expect(coverage).toMatchObject({ checked: 5, kubernetes: { '*': '1.36' }, notChecked: [] });
});

test('what kubectl exports, with status and managed fields', async () => {
  write(
    'export.yaml',
    `apiVersion: v1
items:
- apiVersion: v1
  kind: ConfigMap
  metadata:
    creationTimestamp: "2026-01-31T12:00:00Z"
    managedFields:
    - apiVersion: v1
      fieldsType: FieldsV1
      fieldsV1: {"f:data": {".": {}, "f:level": {}}}
      manager: kubectl
      operation: Update
      time: "2026-01-31T12:00:00Z"
    name: settings
    namespace: web
    resourceVersion: "123"
    uid: b6f5e2a0-0000-4000-8000-000000000000
  data: {level: info}
kind: List
metadata:
  resourceVersion: ""
`,
  );
  expect(await run('export.yaml', '--kubernetes', '1.36')).toMatchObject({ code: 0 });
});

test('stdin, through the real process', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(projectRoot, 'bin/keelson.js'), 'validate', '-', '--kubernetes', '1.36'],
    { input: service('web', 0), encoding: 'utf8', cwd: folder.path },
  );
  expect(status).toBe(1);
  expect(stdout).toContain('stdin:7:13: error: spec.ports[0].port');
});

function selector(app: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: ${app} } }
  template:
    metadata: { labels: { app: ${app} } }
    spec: { containers: [{ name: web, image: 'registry.example.com/web:1.4' }] }
`;
}

async function profile(...args: readonly string[]): Promise<unknown> {
  const { out } = await cli(['validate', 'tier', '--kubernetes', '1.36', '--json', ...args], { cwd: folder.path });
  return readDocument(out)['coverage'];
}

test('the default is recommended; rules of one tier run for that tier', async () => {
  write('tier/web.yaml', service('web', 80));
  const plain = (await profile()) as { readonly rules: number };
  expect(plain).toMatchObject({ profile: 'recommended' });
  expect(((await profile('--tier', 'prod')) as { readonly rules: number }).rules).toBeGreaterThan(plain.rules);
});

test('rules that compare with declarations do not judge plain files', async () => {
  write('shop/namespace.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n');
  const { out } = await run('shop', '--kubernetes', '1.36', '--rules', 'recommended');
  expect(out).toMatch(/^valid$/m);
  const named = await run('shop', '--kubernetes', '1.36', '--rules', 'argo-protected-kinds');
  expect(named.code).toBe(2);
  expect(named.err).toContain('argo-protected-kinds compares with the declarations of a repository');
});

test('a base: what may not change', async () => {
  write('old/web.yaml', selector('web'));
  write('new/web.yaml', selector('shop'));
  expect(await run('new', '--kubernetes', '1.36')).toMatchObject({ code: 0 });
  const { findings } = await json('new', '--base', 'old', '--kubernetes', '1.36');
  expect(findings).toMatchObject([{ rule: 'valid-deployment', pointer: '/spec/selector', location: { line: 5 } }]);
  expect(await run('new', '--base', 'new', '--kubernetes', '1.36')).toMatchObject({ code: 0 });
});

test('what follows is folded under its cause, and does not count', async () => {
  write('fold.yaml', service('web', '"80"').replace('ports', 'prots'));
  const { findings, summary } = await json('fold.yaml', '--kubernetes', '1.36');
  expect(open(findings)).toMatchObject([{ rule: 'known-fields' }]);
  expect(summary).toMatchObject({ error: 1, folded: 1 });
});

test('what is said of a value of a wrong type is folded under it', async () => {
  write('type.yaml', service('web', '"80"'));
  const { findings } = await json('type.yaml', '--kubernetes', '1.36');
  expect(open(findings)).toMatchObject([{ rule: 'field-types', pointer: '/spec/ports/0/port' }]);
  expect(findings.map(({ rule }) => rule)).toContain('valid-service');
});

test('Pod Security at a level and version', async () => {
  write(
    'pod.yaml',
    'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers:\n    - { name: web, image: web }\n',
  );
  expect(await run('pod.yaml', '--kubernetes', '1.36')).toMatchObject({ code: 0 });
  expect(await run('pod.yaml', '--kubernetes', '1.36', '--pss', 'baseline')).toMatchObject({ code: 0 });
  const { findings } = await json('pod.yaml', '--kubernetes', '1.36', '--pss', 'restricted');
  expect(findings.map(({ rule }) => rule)).toContain('pss-run-as-non-root');
  const single = ['--rules', 'pss-run-as-non-root', '--pss', 'restricted'];
  expect((await json('pod.yaml', '--kubernetes', '1.36', ...single)).findings).toMatchObject([
    { rule: 'pss-run-as-non-root' },
  ]);
  const old = await json('pod.yaml', '--kubernetes', '1.36', '--pss', 'restricted:v1.7');
  expect(old.findings.map(({ rule }) => rule)).not.toContain('pss-allow-privilege-escalation');
});

test('definitions among the manifests, pulled schemas, and kinds without either', async () => {
  const crd = readFileSync(join(projectRoot, 'docs/rules/valid-custom-resource.md'), 'utf8');
  const [definition = '', widget = ''] = /```yaml invalid[^\n]*\n([\s\S]*?)```/.exec(crd)?.[1]?.split('---\n') ?? [];
  write('custom/z-definition.yaml', definition);
  write('custom/a-widget.yaml', widget);
  expect((await json('custom', '--kubernetes', '1.36')).findings).toMatchObject([{ rule: 'valid-custom-resource' }]);
  const alone = await json('custom/a-widget.yaml', '--kubernetes', '1.36');
  expect(alone.findings).toMatchObject([{ rule: 'schema-missing', severity: 'warning' }]);
  expect(alone.coverage.notChecked).toMatchObject([{ reason: 'schema-missing', subject: 'example.com/v1/Widget' }]);
  expect(await run('custom/a-widget.yaml', '--kubernetes', '1.36')).toMatchObject({ code: 0 });
  expect(await run('custom/a-widget.yaml', '--kubernetes', '1.36', '--fail-on', 'warning')).toMatchObject({ code: 1 });
  const given = await json('custom/a-widget.yaml', '--kubernetes', '1.36', '--schemas', 'custom');
  expect(given.findings).toMatchObject([{ rule: 'valid-custom-resource' }]);
  write('repository/package.json', '{"keelson":{}}');
  const pull = await cli(['schema', 'pull', '../custom', '--release', 'widgets v1', '--json'], {
    cwd: join(folder.path, 'repository'),
  });
  expect(readDocument(pull.out)).toMatchObject({ written: ['example.com/widget.v1.json'], withoutRelease: [] });
  const there = await cli(['validate', '../custom/a-widget.yaml', '--kubernetes', '1.36', '--json'], {
    cwd: join(folder.path, 'repository'),
  });
  expect(readDocument(there.out)).toMatchObject({ findings: [{ rule: 'valid-custom-resource' }] });
});

test('every report in one run', async () => {
  write('bad.yaml', service('web', 0));
  const { code, out } = await run(
    'bad.yaml',
    '--kubernetes',
    '1.36',
    '--format',
    'github',
    ...['sarif', 'junit', 'json', 'markdown', 'text'].flatMap((name) => ['--output', `${name}=report.${name}`]),
  );
  expect(code).toBe(1);
  expect(out).toMatch(/^::error file=bad\.yaml,line=7,col=13,endColumn=14,title=valid-service::/);
  for (const name of ['sarif', 'junit', 'json', 'markdown', 'text']) {
    expect(readFileSync(join(folder.path, `report.${name}`), 'utf8')).toContain('valid-service');
  }
});

test.each([
  ['no version', ['bad.yaml'], 'no-kubernetes-version'],
  ['a version without a table', ['bad.yaml', '--kubernetes', '1.99'], 'unknown-kubernetes-version'],
  ['no version at all', ['bad.yaml', '--kubernetes', 'latest'], 'unknown-kubernetes-version'],
  ['an unknown rule', ['bad.yaml', '--kubernetes', '1.36', '--rules', 'api-servre'], 'unknown-rule'],
  ['an unknown level', ['bad.yaml', '--kubernetes', '1.36', '--pss', 'strict'], 'unknown-pod-security-level'],
  [
    'an unknown version of the standards',
    ['bad.yaml', '--kubernetes', '1.36', '--pss', 'baseline:new'],
    'unknown-pod-security-version',
  ],
  ['a path that is not there', ['nothing', '--kubernetes', '1.36'], 'no-such-path'],
  ['a folder without manifests', ['empty', '--kubernetes', '1.36'], 'no-manifests'],
  ['a unit beside paths', ['bad.yaml', '--kubernetes', '1.36', '--unit', 'web'], 'conflicting-options'],
  ['schemas that are not there', ['bad.yaml', '--kubernetes', '1.36', '--schemas', 'nothing'], 'no-such-path'],
  ['a broken base', ['bad.yaml', '--kubernetes', '1.36', '--base', 'broken.yaml'], 'yaml-syntax'],
] as const)('%s is an error that says what to do', async (_, args, code) => {
  write('bad.yaml', service('web', 0));
  write('broken.yaml', 'a: [');
  mkdirSync(join(folder.path, 'empty'), { recursive: true });
  const { code: exit, err, out } = await run(...args);
  expect(exit).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(`[${code}]`);
  expect(err).toContain('fix ');
});

test.each([
  [
    'JSON on one line',
    'one.json',
    '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"A_B"},"data":{"p":"aHVudGVy"}}',
  ],
  [
    'a list on one line, with a fault beside the Secret',
    'list.json',
    '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"A_B"}},{"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"aHVudGVy"}}}]}',
  ],
  ['broken YAML', 'broken.yaml', 'apiVersion: v1\nkind: Secret\nstringData:\n  password: "aHVudGVy\\q"\n'],
  [
    'a doubled key',
    'doubled.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\ndata:\n  p: a\n  p: aHVudGVy\n',
  ],
  [
    'a misspelt field',
    'field.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringdata: { p: aHVudGVy }\n',
  ],
  [
    'a misspelt kind',
    'kind.yaml',
    '{ apiVersion: v1, kind: secret, metadata: { name: s }, stringData: { p: aHVudGVy } }\n',
  ],
])('no report shows the data of a Secret: %s', async (_, name, text) => {
  write(`secrets/${name}`, text);
  const formats = ['sarif', 'junit', 'json', 'markdown', 'github'];
  const outputs = formats.flatMap((format) => ['--output', `${format}=secret.${format}`]);
  const { code, out, err } = await run(`secrets/${name}`, '--kubernetes', '1.36', ...outputs);
  expect(code).toBe(1);
  const reports = formats.map((format) => readFileSync(join(folder.path, `secret.${format}`), 'utf8'));
  for (const report of [out, err, ...reports]) expect(report).not.toContain('aHVudGVy');
});

test('lines of other documents beside a Secret are shown', async () => {
  write('beside.yaml', `apiVersion: v1\nkind: Secret\nmetadata: { name: s }\n---\n${service('web', 0)}`);
  expect((await run('beside.yaml', '--kubernetes', '1.36')).out).toContain('   11 |     - port: 0\n');
});

function job(image: string): string {
  return `apiVersion: batch/v1\nkind: Job\nmetadata: { generateName: hook- }\nspec:\n  template:\n    spec: { restartPolicy: Never, containers: [{ name: a, image: ${image} }] }\n`;
}

test('an object counts as not checked once, however many rules of its definition are unknown', async () => {
  write(
    'unknown-functions.yaml',
    `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: foos.example.com }
spec:
  group: example.com
  scope: Cluster
  names: { plural: foos, kind: Foo }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          x-kubernetes-validations: [{ rule: one(self) }, { rule: two(self) }]
---
apiVersion: example.com/v1
kind: Foo
metadata: { name: a }
`,
  );
  const { findings, coverage } = await json('unknown-functions.yaml', '--kubernetes', '1.36');
  const gaps = findings.filter(({ object }) => object?.name === 'a');
  expect(gaps).toHaveLength(2);
  expect(new Set(gaps.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  expect(coverage.notChecked).toMatchObject([{ reason: 'cel-unsupported', subject: 'example.com/v1/Foo', count: 1 }]);
});

test('of a line without end the part around the place is shown', async () => {
  const data = 'x'.repeat(5000);
  const object = { apiVersion: 'v1', kind: 'ConfigMap', data: { data }, metadata: { name: 'A_B' }, immutable: false };
  write('long.json', JSON.stringify(object));
  const lines = (await run('long.json', '--kubernetes', '1.36')).out.split('\n');
  const at = lines.findIndex((line) => line.startsWith('    1 | ...'));
  expect(lines[at]).toHaveLength('    1 | ...'.length + 160);
  const caret = lines[at + 1]?.indexOf('^') ?? -1;
  expect(lines[at]?.slice(caret, caret + 5)).toBe('"A_B"');
});

test('a base does not hold what a server names anew each time', async () => {
  write('generated/old.yaml', job('a'));
  write('generated/new.yaml', job('b'));
  const args = ['generated/new.yaml', '--base', 'generated/old.yaml', '--kubernetes', '1.36'];
  expect(await run(...args)).toMatchObject({ code: 0 });
});

test('each finding of a file has its own place and fingerprint', async () => {
  write(
    'places.yaml',
    `${service('web', 80)}---\n- no object\n---\n${service('a', 80)}  type: x\n  type: y\n  type: z\n`,
  );
  const { findings } = await json('places.yaml', '--kubernetes', '1.36');
  const ofFile = findings.filter(({ object }) => object === undefined);
  expect(ofFile.map(({ rule, location }) => [rule, location.line])).toEqual([
    ['readable', 9],
    ['unique-keys', 19],
    ['unique-keys', 20],
  ]);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
});

test('fingerprints do not move with lines, nor with what stands above', async () => {
  write('moved.yaml', service('web', 0));
  const [before] = (await json('moved.yaml', '--kubernetes', '1.36')).findings;
  write('moved.yaml', `# new\n${service('other', 80)}---\n${service('web', 0)}`);
  const [after] = (await json('moved.yaml', '--kubernetes', '1.36')).findings;
  expect(after?.fingerprint).toBe(before?.fingerprint);
  expect(after?.location.line).not.toBe(before?.location.line);
});

test('JSON that YAML could not hold does not stop the run', async () => {
  write('odd/line.json', '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"A_B"},"data":{"a":"\u2028"}}');
  write(
    'odd/large.json',
    '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"priority":1e999,"containers":[]}}',
  );
  write('odd/bad.yaml', service('web', 0));
  const { findings } = await json('odd', '--kubernetes', '1.36');
  const places = findings.map(({ location, pointer }) => `${location.file} ${pointer ?? ''}`);
  expect(places).toContain('odd/line.json /metadata/name');
  expect(places).toContain('odd/bad.yaml /spec/ports/0/port');
  expect(findings.find(({ pointer }) => pointer === '/spec/priority')).toMatchObject({ seen: '"1e999"' });
});

const files = (documents: readonly Document[]) =>
  documents.flatMap(({ findings }) => findings.map(({ location }) => location.file)).toSorted();

test('workers and one thread say the same', async () => {
  for (let index = 0; index < 700; index += 1)
    write(`fleet/${index % 7}/s${index}.yaml`, service(`s${index}`, index % 50));
  // The first file of the first thread needs what the last file of another declares.
  const gadgets = readFileSync(join(projectRoot, 'docs/rules/valid-custom-resource.md'), 'utf8')
    .replaceAll('Widget', 'Gadget')
    .replaceAll('widget', 'gadget');
  const [definition = '', gadget = ''] =
    /```yaml invalid[^\n]*\n([\s\S]*?)```/.exec(gadgets)?.[1]?.split('---\n') ?? [];
  write('fleet/0-gadget.yaml', gadget);
  write('fleet/zz-definition.yaml', definition);
  write('fleet/widgets.yaml', 'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: blue }\n');
  const inWorkers = await json('fleet', '--kubernetes', '1.36');
  const paths = Array.from({ length: 7 }, (_, index) => `fleet/${index}`);
  const groups = [
    ...paths.map((path) => [path]),
    ['fleet/widgets.yaml'],
    ['fleet/0-gadget.yaml', 'fleet/zz-definition.yaml'],
  ];
  const parts = await Promise.all(groups.map((group) => json(...group, '--kubernetes', '1.36')));
  expect(inWorkers.summary).toMatchObject({ objects: 703, error: 15, warning: 1 });
  expect(inWorkers.findings).toContainEqual(expect.objectContaining({ rule: 'valid-custom-resource' }));
  expect(files([inWorkers])).toEqual(files(parts));
});

test('a link to a file is read, a link to a folder below a folder is not', async () => {
  write('links/target/bad.yaml', service('web', 0));
  mkdirSync(join(folder.path, 'links/seen'));
  symlinkSync('../target/bad.yaml', join(folder.path, 'links/seen/file.yaml'));
  symlinkSync('..', join(folder.path, 'links/seen/circle'));
  const { summary } = await json('links/seen', '--kubernetes', '1.36');
  expect(summary).toMatchObject({ objects: 1 });
});

test('a misspelt name does not hide what is wrong with a field that is there', async () => {
  write('both.yaml', `${service('web', 0)}  port: 80\n`);
  const { findings } = await json('both.yaml', '--kubernetes', '1.36');
  expect(open(findings).map(({ pointer }) => pointer)).toEqual(['/spec/port', '/spec/ports/0/port']);
});

test('Markdown fits into a comment on GitHub', async () => {
  const many = Array.from({ length: 400 }, (_, index) => service(`a-rather-long-name-of-a-service-${index}`, 0));
  write('lots.yaml', many.join('---\n'));
  const { out } = await run('lots.yaml', '--kubernetes', '1.36', '--format', 'markdown');
  expect(out.length).toBeLessThan(65_536);
  expect(out).toMatch(/\d+ more are not shown\./);
  expect(out).toContain('Checked 400 of 400 objects');
});

test('a link that leads nowhere is said', async () => {
  mkdirSync(join(folder.path, 'broken-links'));
  symlinkSync('nowhere.yaml', join(folder.path, 'broken-links/a.yaml'));
  const { findings, coverage } = await json('broken-links', '--kubernetes', '1.36');
  expect(findings).toMatchObject([{ rule: 'readable', location: { file: 'broken-links/a.yaml' } }]);
  expect(coverage.notChecked).toMatchObject([{ reason: 'unreadable', subject: 'broken-links/a.yaml' }]);
});

test('what a worker cannot use is an error that says what to do', async () => {
  for (let index = 0; index < 600; index += 1) write(`many-widgets/${index}.yaml`, service(`s${index}`, 80));
  write('many-widgets/widget.yaml', 'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: blue }\n');
  write('changed/example.com/widget.v1.json', '{}');
  const { code, err } = await run('many-widgets', '--kubernetes', '1.36', '--schemas', 'changed');
  expect(code).toBe(2);
  expect(err).toContain('[schema-digest]');
});

test('an error comes as JSON with --format json, too', async () => {
  write('bad.yaml', service('web', 0));
  const { code, out, err } = await run(
    'bad.yaml',
    '--kubernetes',
    '1.36',
    '--format',
    'json',
    '--output',
    'sarif=no/x',
  );
  expect(code).toBe(2);
  expect(err).toBe('');
  expect(readDocument(out)).toMatchObject({ ok: false, errors: [{ code: 'cannot-write' }] });
});

test('the reference platform: every unit against its own cluster, clean; a fault is found at both ends', async () => {
  const platform = copyReferencePlatform(join(folder.path, 'platform'));
  const clean = await cli(['validate', '--json', '--pss', 'restricted'], { cwd: platform });
  expect(clean.code).toBe(0);
  const { coverage, summary } = readDocument(clean.out) as unknown as Document;
  expect(summary).toMatchObject({ error: 0, warning: 0 });
  expect(new Set(Object.values(coverage.kubernetes))).toEqual(new Set(['1.34', '1.36']));
  expect(coverage.notChecked.every(({ reason }) => reason === 'chart-not-rendered')).toBe(true);
  const file = join(platform, 'platform/platform-base/component.ts');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('value: 1_000_000,', 'value: 2_000_000_001,'));
  const broken = await cli(['validate', '--json', '--env', 'prod'], { cwd: platform });
  // The text that was judged, not what lies in dist/.
  const { out } = await cli(['validate', '--env', 'prod'], { cwd: platform });
  expect(out).toContain('value: 2000000001\n');
  const [finding] = (readDocument(broken.out) as unknown as Document).findings;
  expect(finding).toMatchObject({ rule: 'valid-priority-class', pointer: '/value' });
  expect(finding?.location.file).toMatch(/^dist\/prod\/prod-us-1\/platform\//);
  expect(finding?.declared?.file).toMatch(/^platform\//);
  writeFileSync(file, text);
  const cluster = join(platform, 'environments/prod/prod-us-1.ts');
  writeFileSync(cluster, readFileSync(cluster, 'utf8').replace("kubernetes: '1.34'", "kubernetes: '1.99'"));
  const unknown = await cli(['validate', '--json'], { cwd: platform });
  expect(unknown.code).toBe(1);
  const document = readDocument(unknown.out) as unknown as Document;
  expect(document.findings).toMatchObject([
    { rule: 'known-version', location: { file: 'environments/prod/prod-us-1.ts' } },
  ]);
  expect(document.coverage.kubernetes).not.toHaveProperty('prod/prod-us-1');
  expect(document.coverage.notChecked).toContainEqual(expect.objectContaining({ reason: 'schema-missing' }));
});
