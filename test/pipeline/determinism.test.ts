import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { componentSource, errorsOf, makeRepository, smallRepository, synth } from './repository.ts';

/**
 * What makes a render depend on the machine, and who catches it. `import`: the import list, when the declarations are loaded; `guard`: the
 * determinism guard; both in every `synth`. `check`: only the second, perturbed render of `synth --check`.
 */
interface Case {
  readonly name: string;
  readonly caughtBy: 'import' | 'guard' | 'check';
  readonly imports?: string;
  readonly prelude?: string;
  /** The ConfigMap's data. */
  readonly data: string;
  readonly says: RegExp;
}

const cases: readonly Case[] = [
  { name: 'new Date()', caughtBy: 'guard', data: '{ at: new Date().toISOString() }', says: /^new Date\(\) gives/ },
  { name: 'Date.now()', caughtBy: 'guard', data: '{ at: `${Date.now()}` }', says: /^Date\.now\(\)/ },
  { name: 'Date()', caughtBy: 'guard', data: '{ at: Date() }', says: /^Date\(\)/ },
  { name: 'performance', caughtBy: 'guard', data: '{ at: `${performance.now()}` }', says: /^performance\.now/ },
  { name: 'process.hrtime', caughtBy: 'guard', data: '{ at: `${process.hrtime()}` }', says: /^process\.hrtime/ },
  { name: 'process.uptime', caughtBy: 'guard', data: '{ at: `${process.uptime()}` }', says: /^process\.uptime/ },
  {
    name: 'process.memoryUsage',
    caughtBy: 'guard',
    data: '{ at: `${process.memoryUsage().rss}` }',
    says: /memoryUsage/,
  },
  { name: 'Math.random', caughtBy: 'guard', data: '{ at: `${Math.random()}` }', says: /^Math\.random\(\)/ },
  { name: 'crypto.randomUUID', caughtBy: 'guard', data: '{ id: crypto.randomUUID() }', says: /^crypto\.randomUUID/ },
  {
    name: 'node:crypto',
    caughtBy: 'import',
    imports: "import { randomUUID } from 'node:crypto';",
    data: '{ id: randomUUID() }',
    says: /`node:crypto` is refused/,
  },
  { name: 'process.env', caughtBy: 'guard', data: "{ home: process.env['HOME'] ?? '' }", says: /^process\.env\.HOME/ },
  {
    name: 'process.env, all of it',
    caughtBy: 'guard',
    data: '{ all: Object.keys(process.env).join() }',
    says: /^process\.env gives/,
  },
  {
    name: 'process.env through a library',
    caughtBy: 'guard',
    imports: "import { EnvValue } from 'cdk8s-plus-28';",
    data: "{ home: `${EnvValue.fromProcess('HOME').value}` }",
    says: /^process\.env\.HOME/,
  },
  { name: 'process.cwd', caughtBy: 'guard', data: '{ cwd: process.cwd() }', says: /^process\.cwd/ },
  { name: 'process.pid', caughtBy: 'guard', data: '{ pid: `${process.pid}` }', says: /^process\.pid/ },
  { name: 'process.platform', caughtBy: 'guard', data: '{ os: process.platform }', says: /^process\.platform/ },
  {
    name: 'os',
    caughtBy: 'import',
    imports: "import { hostname } from 'node:os';",
    data: '{ host: hostname() }',
    says: /`node:os` is refused/,
  },
  {
    name: 'fs',
    caughtBy: 'import',
    imports: "import { readFileSync } from 'fs';",
    data: "{ file: readFileSync('/etc/hostname', 'utf8') }",
    says: /`fs` is refused/,
  },
  {
    name: 'fs through a library',
    caughtBy: 'guard',
    imports: "import { Include } from 'cdk8s';",
    prelude:
      "const include = (scope: Include['node']['root']) => new Include(scope, 'more', { url: '/etc/hostname' });",
    data: '{ more: include(scope).node.id }',
    says: /^(?:fs|child_process)\.[a-zA-Z]+/,
  },
  {
    name: 'child_process',
    caughtBy: 'import',
    imports: "import { execSync } from 'node:child_process';",
    data: "{ user: execSync('whoami').toString() }",
    says: /`node:child_process` is refused/,
  },
  {
    name: 'child_process through a library',
    caughtBy: 'guard',
    imports: "import { Helm } from 'cdk8s';",
    prelude: "const helm = (scope: Helm['node']['root']) => new Helm(scope, 'chart', { chart: 'nginx' });",
    data: '{ more: helm(scope).node.id }',
    says: /^(?:fs|os|child_process)\.[a-zA-Z]+/,
  },
  {
    name: 'net',
    caughtBy: 'import',
    imports: "import { connect } from 'node:net';",
    data: '{ net: `${connect(1).pending}` }',
    says: /`node:net` is refused/,
  },
  { name: 'fetch', caughtBy: 'guard', data: "{ page: `${fetch('http://localhost')}` }", says: /^fetch/ },
  { name: 'a timer', caughtBy: 'guard', data: '{ timer: `${setTimeout(() => 1, 1)}` }', says: /^setTimeout/ },
  {
    name: 'locale of a comparison',
    caughtBy: 'guard',
    data: "{ first: ['b', 'a'].sort((x, y) => x.localeCompare(y))[0] ?? '' }",
    says: /localeCompare without a locale/,
  },
  {
    name: 'locale of a number',
    caughtBy: 'guard',
    data: '{ n: (1e6).toLocaleString() }',
    says: /Number\.prototype\.toLocaleString/,
  },
  {
    name: 'locale of a format',
    caughtBy: 'guard',
    data: '{ zone: new Intl.DateTimeFormat().resolvedOptions().timeZone }',
    says: /^Intl\.DateTimeFormat without a locale/,
  },
  {
    name: 'a refusal that the code catches',
    caughtBy: 'guard',
    prelude: "function name() { try { return `${Date.now()}`; } catch { return 'none'; } }",
    data: '{ at: name() }',
    says: /^Date\.now\(\)/,
  },
  {
    name: 'module level',
    caughtBy: 'guard',
    prelude: 'const started = Date.now();',
    data: '{ at: `${started}` }',
    says: /Date\.now\(\)/,
  },
  {
    name: 'module level, caught',
    caughtBy: 'guard',
    prelude: 'let started = 0; try { started = Date.now(); } catch { started = 1; }',
    data: '{ at: `${started}` }',
    says: /^Date\.now\(\)/,
  },
  {
    name: 'time zone',
    caughtBy: 'check',
    data: '{ hour: `${new Date(0).getHours()}` }',
    says: /ConfigMap web\/settings \(construct settings\) differs .*: \/data\/hour is "0", then "\d+"/,
  },
  {
    name: 'time zone of an explicit locale',
    caughtBy: 'check',
    data: "{ at: new Date(0).toLocaleString('en') }",
    says: /\/data\/at is /,
  },
  {
    name: 'module-level state',
    caughtBy: 'check',
    prelude: 'const seen: string[] = [];',
    data: '{ order: `${seen.push(input.cluster.name)} ${seen[0]}` }',
    says: /\/data\/order is "\d [a-z0-9-]+", then "\d [a-z0-9-]+"/,
  },
  {
    name: 'the folder, in a stack',
    caughtBy: 'check',
    data: "{ stack: new Error('here').stack ?? '' }",
    says: /\/data\/stack is /,
  },
];

/** A second cluster, so that the component has two units and their order can matter. */
const secondCluster = `import { defineCluster } from 'keelson';
export default defineCluster({
  name: 'hub-2', environment: 'hub', hub: 'hub-1', provider: { name: 'kind' }, kubernetes: '1.36',
  server: 'https://hub-2.example.test',
});
`;

function repositoryOf({ imports = '', prelude = '', data }: Case): string {
  return makeRepository({
    ...smallRepository,
    'environments/hub/hub-2.ts': secondCluster,
    'platform/web/component.ts': componentSource('web', imports, data, prelude),
  });
}

describe('what a render may not depend on', () => {
  test.each(cases)('$name: caught by $caughtBy', async (one) => {
    const root = repositoryOf(one);
    const inSynth = await errorsOf(synth(root, { mode: 'dry-run' }));
    const errors = one.caughtBy === 'check' ? await errorsOf(synth(root, { mode: 'check' })) : inSynth;
    expect(inSynth.length > 0).toBe(one.caughtBy !== 'check');
    const codes = { import: 'refused-import', guard: 'non-deterministic', check: 'unstable-render' };
    expect([...new Set(errors.map((error) => error.code))]).toEqual([codes[one.caughtBy]]);
    expect(errors[0]?.message).toMatch(one.says);
    expect(errors[0]?.location?.file).toBe('platform/web/component.ts');
    expect(errors[0]?.location?.line).toBeGreaterThan(1);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  test('the order of units, in the first render of a process', async () => {
    const state = { name: '', caughtBy: 'check', prelude: 'const seen: string[] = [];', says: /./ } as const;
    const root = repositoryOf({ ...state, data: '{ order: `${seen.push(input.cluster.name)}` }' });
    const errors = await errorsOf(synth(root, { mode: 'check' }));
    expect(errors.map((error) => error.message.replace(/^.*world: /, ''))).toEqual([
      '/data/order is "1", then "2"',
      '/data/order is "2", then "1"',
    ]);
  });

  test('a refusal that a callback of the model catches', async () => {
    const provides =
      "provides: ['word'], outputs() { try { return { word: { at: Date.now() } }; } catch { return { word: { at: 0 } }; } },";
    const source = componentSource('web', '', "{ a: 'b' }").replace('  build(', `  ${provides}\n  build(`);
    const root = makeRepository({ ...smallRepository, 'platform/web/component.ts': source });
    const errors = await errorsOf(synth(root, { mode: 'dry-run' }));
    expect(errors.map((error) => error.code)).toEqual(['non-deterministic']);
    expect(errors[0]?.location).toMatchObject({ file: 'platform/web/component.ts', line: 7 });
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  test('everything else passes both', async () => {
    const root = repositoryOf({
      name: '',
      caughtBy: 'check',
      prelude: "console.log('printed to stderr');",
      data: "{ at: new Date('2026-01-01T00:00:00Z').toISOString(), up: 'i'.toUpperCase(), n: (1e6).toLocaleString('en') }",
      says: /./,
    });
    expect((await synth(root, { mode: 'check' })).files.length).toBeGreaterThan(0);
  });
});
