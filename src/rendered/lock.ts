import { UserError } from '../kernel/index.ts';
import type { Clock, Files, Processes } from '../kernel/index.ts';
import { stateFolder } from './dist-path.ts';
import { createLockFile, readHolder } from './lock-file.ts';
import type { Holder } from './lock-file.ts';
import { asWriteError } from './write-error.ts';

/** The ports that a write needs. */
export interface WriteWorld {
  readonly files: Files;
  readonly processes: Processes;
  readonly clock: Clock;
  /** Absolute folder of the user's repository. */
  readonly root: string;
}

export interface Lock {
  release(): void;
}

export interface LockWait {
  /** Milliseconds to wait for a live holder. */
  readonly wait: number;
}

const pollMilliseconds = 50;
/** A lock file that stays unreadable for so long was left by a process that died while it wrote it. */
const garbledMilliseconds = 2000;

export const defaultLockWait: LockWait = { wait: 10_000 };

/**
 * Takes `.keelson/lock`. The lock of a dead process is taken over; a live one is waited for, then UserError
 * `another-write`. A lock from another host cannot be judged from here and counts as live.
 */
export function takeLock(world: WriteWorld, { wait }: LockWait = defaultLockWait): Lock {
  try {
    world.files.makeDirectory(`${world.root}/${stateFolder}`);
    return acquire(world, `${world.root}/${stateFolder}/lock`, wait);
  } catch (error) {
    throw asWriteError(error, `${stateFolder}/lock`, 'dist/ is unchanged.');
  }
}

/** Whether the lock is held by a process that lives, or may live. */
export function isLockedByOther(world: WriteWorld): boolean {
  const holder = readHolder(world.files, `${world.root}/${stateFolder}/lock`);
  return holder !== undefined && (holder === 'garbled' || world.processes.isAlive(holder) !== false);
}

function acquire(world: WriteWorld, path: string, wait: number): Lock {
  const token = world.processes.uniqueName();
  const holder: Holder = {
    ...world.processes.self(),
    token,
    since: new Date(world.clock.now()).toISOString(),
  };
  let waited = 0;
  let garbled = 0;
  while (!createLockFile(world.files, path, holder)) {
    const other = readHolder(world.files, path);
    if (other === undefined) continue;
    garbled = other === 'garbled' ? garbled + pollMilliseconds : 0;
    const dead = other === 'garbled' ? garbled > garbledMilliseconds : world.processes.isAlive(other) === false;
    if (dead) {
      removeDead(world, path, other);
      continue;
    }
    if (waited >= wait && other !== 'garbled') throw lockedByOther(other, world);
    world.processes.pause(pollMilliseconds);
    waited += pollMilliseconds;
  }
  return { release: () => release(world, path, token) };
}

/**
 * Removes the lock of a dead process. Two processes may see the same dead lock, and the slower must not remove the lock
 * that the faster one took since: so whoever removes holds a lock for just that, and looks again. That lock may itself
 * be left by a process that died right here, and is then taken over in the same way.
 */
function removeDead(world: WriteWorld, path: string, dead: Holder | 'garbled'): void {
  const guard = acquire(world, `${path}.takeover`, defaultLockWait.wait);
  try {
    const now = readHolder(world.files, path);
    if (now === undefined) return;
    if (now === 'garbled' ? dead === 'garbled' : dead !== 'garbled' && now.token === dead.token) {
      world.files.remove(path);
    }
  } finally {
    guard.release();
  }
}

/** Only what is still ours: a lock that a person removed by hand may be another's by now. */
function release(world: WriteWorld, path: string, token: string): void {
  const holder = readHolder(world.files, path);
  if (holder !== undefined && holder !== 'garbled' && holder.token === token) world.files.remove(path);
}

function lockedByOther(holder: Holder, world: WriteWorld): UserError {
  const here = holder.host === world.processes.self().host;
  return new UserError({
    code: 'another-write',
    message: `Another keelson is writing (pid ${holder.pid}${here ? '' : ` on ${holder.host}`}, since ${holder.since}).`,
    hint: here
      ? 'Wait until it is done and run the command again.'
      : `If it is no longer running there, delete ${stateFolder}/lock and run the command again.`,
    location: { file: `${stateFolder}/lock`, line: 1, column: 1 },
  });
}
