import type { Container, Probe } from '../../schema/types/core-v1.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateHandler } from './handlers.ts';
import type { HandlerOptions } from './handlers.ts';

/** The three probes of a container that may have them. `at` is the container's path. */
export function validateProbes(check: Check, container: Container, at: FieldPath, options: HandlerOptions): void {
  const { livenessProbe, readinessProbe, startupProbe } = container;
  if (livenessProbe !== undefined) validateRestartingProbe(check, livenessProbe, child(at, 'livenessProbe'), options);
  if (readinessProbe !== undefined) validateReadinessProbe(check, readinessProbe, child(at, 'readinessProbe'), options);
  if (startupProbe !== undefined) validateRestartingProbe(check, startupProbe, child(at, 'startupProbe'), options);
}

/** Liveness and startup: one success is enough, whatever is written. */
function validateRestartingProbe(check: Check, probe: Probe, at: FieldPath, options: HandlerOptions): void {
  validateProbe(check, probe, at, options);
  const { successThreshold = 0 } = probe;
  if (successThreshold !== 0 && successThreshold !== 1) {
    invalid(check, child(at, 'successThreshold'), successThreshold, 'must be 1');
  }
}

function validateReadinessProbe(check: Check, probe: Probe, at: FieldPath, options: HandlerOptions): void {
  validateProbe(check, probe, at, options);
  const { terminationGracePeriodSeconds } = probe;
  if (terminationGracePeriodSeconds === undefined) return;
  const place = child(at, 'terminationGracePeriodSeconds');
  invalid(check, place, terminationGracePeriodSeconds, 'may not be set: a readiness probe ends no container');
}

const counts = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;

function validateProbe(check: Check, probe: Probe, at: FieldPath, options: HandlerOptions): void {
  validateHandler(check, probe, at, options);
  for (const name of counts) {
    const count = probe[name] ?? 0;
    if (count < 0) invalid(check, child(at, name), count, 'may not be negative');
  }
  const { terminationGracePeriodSeconds } = probe;
  if (terminationGracePeriodSeconds !== undefined && terminationGracePeriodSeconds <= 0) {
    const place = child(at, 'terminationGracePeriodSeconds');
    invalid(check, place, terminationGracePeriodSeconds, 'must be greater than 0');
  }
}
