import { parseQuantity } from '../../formats/index.ts';
import type { StatefulSet, StatefulSetSpec } from '../../schema/types/apps-v1.ts';
import type { PersistentVolumeClaim } from '../../schema/types/core-v1.ts';
import { forbidden } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import { sameValue } from '../same-value.ts';

/** What may change; `since` the minor version of the server. */
const free: readonly (readonly [field: keyof StatefulSetSpec, since: number])[] = [
  ['replicas', 0],
  ['template', 0],
  ['updateStrategy', 0],
  ['minReadySeconds', 0],
  ['persistentVolumeClaimRetentionPolicy', 0],
  ['ordinals', 26],
  ['revisionHistoryLimit', 33],
];

export function validateStatefulSetUpdate(check: Check, { spec = {} }: StatefulSet, old: StatefulSet): void {
  const open = free.filter(([, since]) => check.minor >= since).map(([field]) => field);
  if (sameValue(without(spec, open), without(old.spec ?? {}, open))) return;
  forbidden(check, child(undefined, 'spec'), `only these may change: ${open.join(', ')}`);
}

function without(spec: StatefulSetSpec, open: readonly string[]): object {
  const { podManagementPolicy = '', revisionHistoryLimit = 10, volumeClaimTemplates = [], ...rest } = spec;
  const stored = {
    ...rest,
    podManagementPolicy: podManagementPolicy === '' ? 'OrderedReady' : podManagementPolicy,
    revisionHistoryLimit,
    volumeClaimTemplates: volumeClaimTemplates.map(storedClaim),
  };
  return Object.fromEntries(Object.entries(stored).filter(([field]) => !open.includes(field)));
}

/** As the server keeps a template of a claim: with defaults, amounts as numbers and a status. */
function storedClaim({ metadata = {}, spec = {}, status = {} }: PersistentVolumeClaim): object {
  const { creationTimestamp: _, ...kept } = metadata;
  const { limits = {}, requests = {} } = spec.resources ?? {};
  const resources = { limits: amounts(limits), requests: amounts(requests) };
  const { volumeMode = 'Filesystem' } = spec;
  return { metadata: kept, spec: { ...spec, resources, volumeMode }, status: { phase: 'Pending', ...status } };
}

function amounts(list: Readonly<Record<string, string | number>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(list).map(([name, value]) => [name, String(parseQuantity(value)?.nano)]));
}
