import { UserError } from '../../kernel/index.ts';
import { callerOf, type UserCode } from '../frames.ts';
import { isOfEngine, isOfRuntime } from './trusted.ts';
import { hostPatches } from './host.ts';
import { languagePatches } from './language.ts';
import { modulePatches } from './modules.ts';
import { applyPatches, type Patch, type Trap, type TrapFor } from './patch.ts';

/**
 * `refuse`: user code that asks the machine something gets a UserError. `pass`: it gets the machine's answer; for the perturbed
 * second render, whose purpose is to show what the guard does not see.
 */
export type GuardMode = 'refuse' | 'pass';

export interface Guard {
  /** Throws the first refusal, also one that user code caught and went on from. */
  check(): void;
  uninstall(): void;
}

let installed = 0;

/**
 * Guards this thread until `uninstall`: whatever would let a render depend on the machine, the moment or chance refuses to answer
 * code of the user's. Code of ours, of the constructs libraries and of Node is let through, whatever runs at the same time too:
 * only a stack with a frame of the user's counts. The time zone is UTC meanwhile.
 */
export function installGuard(code: UserCode, mode: GuardMode = 'refuse'): Guard {
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

  const restore = mode === 'pass' ? passing : guard(trap);
  installed += 1;
  return {
    check() {
      const first = refusals.splice(0)[0];
      if (first !== undefined) throw first;
    },
    uninstall() {
      installed -= 1;
      restore();
    },
  };
}

export function isGuarded(): boolean {
  return installed > 0;
}

function passing(): void {}

function guard(trap: Trap): () => void {
  const zone = process.env['TZ'];
  // Setting it makes V8 forget its cached zone: local time is UTC from here on.
  process.env['TZ'] = 'UTC';
  const patches: readonly Patch[] = [...languagePatches(trap), ...modulePatches(trap), ...hostPatches(trap)];
  const unpatch = applyPatches(patches);
  return () => {
    unpatch();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  };
}
