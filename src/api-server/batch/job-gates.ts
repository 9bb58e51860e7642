import type { JobSpec } from '../../schema/types/batch-v1.ts';
import type { Check } from '../check.ts';

/** First minor version in which the server keeps the field; before, it drops it from new Jobs. */
const since = {
  podFailurePolicy: 26,
  backoffLimitPerIndex: 29,
  maxFailedIndexes: 29,
  podReplacementPolicy: 29,
  successPolicy: 31,
  managedBy: 32,
} as const;

export function withEnabledFields(check: Check, spec: JobSpec): JobSpec {
  const dropped = Object.entries(since).filter(([, minor]) => check.minor < minor);
  if (dropped.length === 0) return spec;
  const names = new Set(dropped.map(([name]) => name));
  return Object.fromEntries(Object.entries(withoutFailIndex(spec, names)).filter(([name]) => !names.has(name)));
}

/** Rules that fail an index go with the limit that they need. */
function withoutFailIndex(spec: JobSpec, dropped: ReadonlySet<string>): JobSpec {
  const rules = spec.podFailurePolicy?.rules;
  if (rules === undefined || !dropped.has('backoffLimitPerIndex')) return spec;
  return { ...spec, podFailurePolicy: { rules: rules.filter(({ action }) => action !== 'FailIndex') } };
}
