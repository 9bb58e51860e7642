/**
 * Puts mistakes into copies of the reference platform, one at a time, and holds `keelson validate` to what it must say of each: the rule, the
 * place in the rendered file, the declared place, the exit code. Usage: npm run test:faults [-- part of a title]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { faults } from './faults.ts';
import { cleanVerdict, copyPlatform, wrongVerdict } from './judge-fault.ts';

const project = resolve(import.meta.dirname, '../..');
const wanted = process.argv[2] ?? '';
const chosen = faults.filter(({ title }) => title.includes(wanted));
const folder = mkdtempSync(join(tmpdir(), 'keelson-faults-'));
let failed = 0;
try {
  const queue = [...chosen];
  const workers = Array.from({ length: Math.max(1, availableParallelism()) }, async (_, index) => {
    const root = join(folder, String(index));
    copyPlatform(project, root);
    if (index === 0) {
      const dirty = await cleanVerdict(project, root);
      if (dirty !== undefined) throw new Error(`without a fault the platform is not clean: ${dirty}`);
    }
    for (let fault = queue.shift(); fault !== undefined; fault = queue.shift()) {
      const wrong = await wrongVerdict(project, root, fault);
      if (wrong === undefined) continue;
      failed += 1;
      console.log(`${fault.title}: ${wrong}`);
    }
  });
  await Promise.all(workers);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${chosen.length} faults, ${new Set(chosen.map(({ rule }) => rule)).size} rules`);
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
