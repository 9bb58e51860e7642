import type { Lifecycle, LifecycleHandler } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { enabledSince } from './gates.ts';
import { validateHandler } from './handlers.ts';
import type { HandlerOptions } from './handlers.ts';

/** Hooks after the start and before the stop. `stopSignal` is behind a gate that is off in every version: the server drops it. */
export function validateLifecycle(check: Check, lifecycle: Lifecycle, at: FieldPath, options: HandlerOptions): void {
  validateHook(check, lifecycle.postStart, child(at, 'postStart'), options);
  validateHook(check, lifecycle.preStop, child(at, 'preStop'), options);
}

function validateHook(check: Check, hook: LifecycleHandler | undefined, at: FieldPath, options: HandlerOptions): void {
  if (hook === undefined || isDropped(check, hook)) return;
  validateHandler(check, hook, at, options);
}

/** Servers that do not know how to sleep drop a hook that does nothing else. */
function isDropped(check: Check, { sleep, exec, httpGet, tcpSocket }: LifecycleHandler): boolean {
  if (sleep === undefined || check.minor >= enabledSince.sleep) return false;
  return exec === undefined && httpGet === undefined && tcpSocket === undefined;
}
