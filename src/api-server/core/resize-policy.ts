import type { ContainerResizePolicy } from '../../schema/types/core-v1.ts';
import { duplicate, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { enabledSince } from './gates.ts';

const resources = ['cpu', 'memory'];

const policies = ['NotRequired', 'RestartContainer'];

/** What a container does when its resources change in place. The server names the list, not the item. */
export function validateResizePolicy(
  check: Check,
  list: readonly ContainerResizePolicy[],
  at: FieldPath,
  podRestartPolicy: string,
): void {
  if (check.minor < enabledSince.resizePolicy) return;
  const seen = new Set<string>();
  for (const [position, { resourceName = '', restartPolicy = '' }] of list.entries()) {
    if (seen.has(resourceName)) duplicate(check, index(at, position), resourceName);
    seen.add(resourceName);
    oneOf(check, resourceName, resources, at);
    oneOf(check, restartPolicy, policies, at);
    if (podRestartPolicy === 'Never' && restartPolicy !== 'NotRequired') {
      invalid(check, at, restartPolicy, 'must be NotRequired, as the pod never restarts');
    }
  }
}

function oneOf(check: Check, value: string, allowed: readonly string[], at: FieldPath): void {
  if (value === '') required(check, at);
  else if (!allowed.includes(value)) notSupported(check, at, value, allowed);
}

/** An init container that is no sidecar has nothing to restart. */
export function validateInitResizePolicy(check: Check, list: readonly ContainerResizePolicy[], at: FieldPath): void {
  if (check.minor < 36) return;
  for (const [position, { restartPolicy }] of list.entries()) {
    if (restartPolicy !== 'RestartContainer') continue;
    const place = child(index(at, position), 'restartPolicy');
    invalid(check, place, restartPolicy, 'is for containers and sidecars only');
  }
}
