import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

export interface Measurement {
  readonly seconds: number;
  /** User and system time of the process with all its threads. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** Runs a Node script and reads its own account of CPU and memory, written as it exits. */
export function measure(args: readonly string[], cwd: string): Measurement {
  const account = join(tmpdir(), `keelson-bench-${process.pid}.json`);
  const hook = join(tmpdir(), `keelson-bench-${process.pid}.cjs`);
  writeFileSync(
    hook,
    `if (require('node:worker_threads').isMainThread && process.ppid === ${process.pid}) process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(account)}, JSON.stringify(process.resourceUsage())));`,
  );
  const start = performance.now();
  const result = spawnSync(process.execPath, ['--require', hook, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (result.status !== 0)
    throw new Error(`${args.join(' ')} ended with ${result.status}:\n${result.stderr.slice(-2000)}`);
  const usage = JSON.parse(readFileSync(account, 'utf8')) as NodeJS.ResourceUsage;
  rmSync(account);
  rmSync(hook);
  return { seconds, cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6, peakMegabytes: usage.maxRSS / 1024 };
}
