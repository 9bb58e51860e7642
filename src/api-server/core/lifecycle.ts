import type { Container, Lifecycle, LifecycleHandler } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { enabledSince } from './gates.ts';
import { validateHandler } from './handlers.ts';
import type { HandlerOptions } from './handlers.ts';

/** Hooks after the start and before the stop. */
export function validateLifecycle(check: Check, lifecycle: Lifecycle, at: FieldPath, options: HandlerOptions): void {
  const { postStart, preStop } = lifecycle;
  if (postStart !== undefined) validateHandler(check, postStart, child(at, 'postStart'), options);
  if (preStop !== undefined) validateHandler(check, preStop, child(at, 'preStop'), options);
}

/**
 * What the server keeps of it. `stopSignal` is behind a gate that is off in every version, and servers before 1.30 do not know how
 * to sleep: what is empty without them is dropped as a whole.
 */
export function keptLifecycle(check: Check, { lifecycle }: Container): Lifecycle | undefined {
  if (lifecycle === undefined) return undefined;
  const { stopSignal, ...hooks } = lifecycle;
  const sleeps = check.minor >= enabledSince.sleep;
  const kept = sleeps ? hooks : withoutSleep(hooks);
  const isEmpty = kept.postStart === undefined && kept.preStop === undefined;
  return isEmpty && (stopSignal !== undefined || !sleeps) ? undefined : kept;
}

function withoutSleep({ postStart, preStop }: Lifecycle): Lifecycle {
  return {
    ...(postStart === undefined || onlySleeps(postStart) ? {} : { postStart }),
    ...(preStop === undefined || onlySleeps(preStop) ? {} : { preStop }),
  };
}

function onlySleeps({ sleep, exec, httpGet, tcpSocket }: LifecycleHandler): boolean {
  return sleep !== undefined && exec === undefined && httpGet === undefined && tcpSocket === undefined;
}
