import { UserError } from '../../kernel/index.ts';
import { callerOf, type UserCode } from '../frames.ts';
import { isOfEngine, isOfRuntime } from './trusted.ts';
import { hostPatches } from './host.ts';
import { languagePatches } from './language.ts';
import { modulePatches } from './modules.ts';
import { applyPatches, type Patch, type TrapFor } from './patch.ts';

export interface Guard {
  /** Throws the first refusal, also one that user code caught and went on from. */
  check(): void;
  /** All refusals since they were last taken, also those that user code caught. */
  take(): readonly UserError[];
  /** Runs code of ours, synchronous, that calls none of the user's: who reads a file there is not asked, which costs more than the file. */
  readonly aside: <Result>(run: () => Result) => Result;
  uninstall(): void;
}

/**
 * Guards this thread until `uninstall`: whatever would let a render depend on the machine, the moment or chance refuses to answer
 * code of the user's. Code of ours, of the constructs libraries and of Node is let through, whatever runs at the same time too:
 * only a stack with a frame of the user's counts. The time zone is UTC meanwhile.
 */
export function installGuard(code: UserCode): Guard {
  const refusals: UserError[] = [];
  let busy = false;

  function trap(used: string, instead: string, below: (...values: never[]) => unknown, reach: TrapFor): void {
    if (busy) return;
    const caller = callerOf(below, code);
    if (caller === undefined || isOfRuntime(caller.direct)) return;
    if (reach === 'direct-use' && isOfEngine(caller.direct)) return;
    // Mapping the frame reads the source map, which may itself use what is guarded.
    busy = true;
    const location = code.locate(caller.user);
    busy = false;
    const error = new UserError({
      code: 'non-deterministic',
      message: `${used} gives another result on another machine or day, so what depends on it cannot be rendered`,
      hint: instead,
      ...(location === undefined ? {} : { location }),
    });
    refusals.push(error);
    throw error;
  }

  const releaseUtc = holdUtc();
  const patches: readonly Patch[] = [...languagePatches(trap), ...modulePatches(trap), ...hostPatches(trap)];
  const unpatch = applyPatches(patches);
  return {
    check() {
      const first = refusals.splice(0)[0];
      if (first !== undefined) throw first;
    },
    take: () => refusals.splice(0),
    aside(run) {
      const before = busy;
      busy = true;
      try {
        return run();
      } finally {
        busy = before;
      }
    },
    uninstall() {
      unpatch();
      releaseUtc();
    },
  };
}

/**
 * Local time is UTC until the returned function is called. It has to be set in the main thread, also for workers: in a worker
 * `process.env` is a copy that V8 does not look at.
 */
export function holdUtc(): () => void {
  const zone = process.env['TZ'];
  // Assigning makes V8 forget its cached zone.
  process.env['TZ'] = 'UTC';
  return () => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  };
}
