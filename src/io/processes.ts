import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { ProcessIdentity, Processes } from '../kernel/index.ts';

const random = randomBytes;
const host = hostname();

/** Start of the process in clock ticks since boot: field 22 of `/proc/<pid>/stat` (proc_pid_stat(5)); Linux only. */
function incarnationOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the command's name in parentheses, may itself hold spaces and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export const nodeProcesses: Processes = {
  self: () => ({ pid: process.pid, host, incarnation: incarnationOf(process.pid) ?? '' }),
  isAlive(other: ProcessIdentity) {
    if (other.host !== host) return undefined;
    if (!exists(other.pid)) return false;
    const incarnation = incarnationOf(other.pid);
    return other.incarnation === '' || incarnation === undefined || incarnation === other.incarnation;
  },
  pause(milliseconds) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  },
  uniqueName: () => `${process.pid.toString(36)}${random(6).toString('hex')}`,
};
