import { domainPrefixedPath } from '../../formats/index.ts';
import type { JobSpec } from '../../schema/types/batch-v1.ts';
import { invalid, notSupported, required, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { validatePodTemplateSpec } from '../core/pod-template.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkNotNegative } from '../number-field.ts';
import { checkOneOf, checkRequiredText } from '../text-field.ts';
import { withEnabledFields } from './job-gates.ts';
import { validatePodFailurePolicy } from './pod-failure-policy.ts';
import { validateSuccessPolicy } from './success-policy.ts';

const numbers = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
] as const;
const longestManager = 63;
const most = 100_000;
/** Above `most` completions. */
const mostOfMany = 10_000;

/** Of a Job and of a CronJob's template; nothing here looks at the selector. */
export function validateJobSpec(check: Check, given: JobSpec, at: FieldPath): void {
  const spec = withEnabledFields(check, given);
  const { completionMode = 'NonIndexed' } = spec;
  for (const name of numbers) checkNotNegative(check, child(at, name), spec[name]);
  if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined) {
    required(check, child(at, 'backoffLimitPerIndex'), 'must be set when maxFailedIndexes is');
  }
  if (spec.managedBy !== undefined) {
    checkRequiredText(check, child(at, 'managedBy'), spec.managedBy, domainPrefixedPath);
    if (Buffer.byteLength(spec.managedBy) > longestManager) tooLong(check, child(at, 'managedBy'), longestManager);
  }
  checkOneOf(check, child(at, 'completionMode'), completionMode, ['NonIndexed', 'Indexed']);
  if (completionMode === 'Indexed') validateIndexed(check, spec, at);
  if (completionMode === 'NonIndexed') {
    for (const name of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
      const value = spec[name];
      if (value !== undefined) invalid(check, child(at, name), value, 'only Indexed Jobs may have it');
    }
  }
  if (spec.podFailurePolicy !== undefined) validatePodFailurePolicy(check, spec, child(at, 'podFailurePolicy'));
  if (spec.successPolicy !== undefined) {
    const policyAt = child(at, 'successPolicy');
    if (completionMode === 'Indexed') validateSuccessPolicy(check, spec, policyAt);
    else invalid(check, policyAt, spec.successPolicy, 'only Indexed Jobs may have it');
  }
  if (spec.podReplacementPolicy !== undefined) {
    const allowed = spec.podFailurePolicy === undefined ? ['Failed', 'TerminatingOrFailed'] : ['Failed'];
    checkOneOf(check, child(at, 'podReplacementPolicy'), spec.podReplacementPolicy, allowed);
  }
  validatePodTemplateSpec(check, spec.template, child(at, 'template'));
  validateRestartPolicy(check, spec, child(at, 'template', 'spec', 'restartPolicy'));
}

function validateIndexed(check: Check, spec: JobSpec, at: FieldPath): void {
  const { completions, parallelism = 0, maxFailedIndexes } = spec;
  if (completions === undefined) required(check, child(at, 'completions'), 'must be set for Indexed');
  const many = (completions ?? 0) > most && spec.backoffLimitPerIndex !== undefined;
  const highest = many ? mostOfMany : most;
  if (parallelism > highest) invalid(check, child(at, 'parallelism'), parallelism, `may be at most ${highest}`);
  const failedAt = child(at, 'maxFailedIndexes');
  if (maxFailedIndexes === undefined) {
    if (many) required(check, failedAt, `must be set for more than ${most} completions`);
    return;
  }
  const limit = Math.min(highest, completions ?? highest);
  if (maxFailedIndexes > limit) invalid(check, failedAt, maxFailedIndexes, `may be at most ${limit}`);
}

function validateRestartPolicy(check: Check, spec: JobSpec, at: FieldPath): void {
  const { restartPolicy = '' } = spec.template?.spec ?? {};
  if (restartPolicy === '' || restartPolicy === 'Always') {
    required(check, at, 'must be OnFailure or Never');
  } else if (restartPolicy !== 'OnFailure' && restartPolicy !== 'Never') {
    notSupported(check, at, restartPolicy, ['OnFailure', 'Never']);
  } else if (spec.podFailurePolicy !== undefined && restartPolicy !== 'Never') {
    invalid(check, at, restartPolicy, 'must be Never with a podFailurePolicy');
  }
}
