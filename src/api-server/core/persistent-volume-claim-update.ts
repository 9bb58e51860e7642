import { compareQuantity, parseQuantity } from '../../formats/index.ts';
import type { PersistentVolumeClaim, PersistentVolumeClaimSpec } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { forbidden } from '../check.ts';
import { child, key } from '../field-path.ts';
import { checkUnchanged, sameObject } from '../same-value.ts';
import { isUnset } from '../text-field.ts';
import { withStoredDataSources } from './data-source.ts';

const bindCompleted = 'pv.kubernetes.io/bind-completed';
const classAnnotation = 'volume.beta.kubernetes.io/storage-class';
const spec = child(undefined, 'spec');

/** A claim's spec stays as it was made; a bound one may grow and change its class of attributes. */
export function validateClaimUpdate(check: Check, claim: PersistentVolumeClaim, old: PersistentVolumeClaim): void {
  const before = old.spec ?? {};
  const after = claim.spec ?? {};
  const annotations = { after: claim.metadata?.annotations, before: old.metadata?.annotations };
  const annotated = annotations.before?.[classAnnotation];
  const taken = before.storageClassName === undefined && after.storageClassName !== undefined;
  const fromAnnotation = taken && annotated !== undefined && after.storageClassName === annotated;
  if (!fromAnnotation || (annotations.after?.[classAnnotation] ?? annotated) !== annotated) {
    const at = key(child(undefined, 'metadata', 'annotations'), classAnnotation);
    checkUnchanged(check, at, annotations.after?.[classAnnotation], annotated);
  }
  const free = {
    class: taken && (annotated === undefined || annotated === after.storageClassName),
    bound: mayBeBound(old),
  };
  if (!sameSpec(after, before, free)) {
    forbidden(check, spec, 'may not change, but for the requested size and the class of attributes of a bound claim');
  }
  validateShrink(check, after, before, old);
  checkUnchanged(
    check,
    child(undefined, 'volumeMode'),
    after.volumeMode ?? 'Filesystem',
    before.volumeMode ?? 'Filesystem',
  );
  validateAttributes(check, after, old);
}

/** A manifest has no status, and its claim may well be bound; what was read from a server has an annotation then. */
function mayBeBound({ metadata, status }: PersistentVolumeClaim): boolean {
  if (status?.phase !== undefined) return status.phase === 'Bound';
  return isUnset(metadata?.uid) || metadata?.annotations?.[bindCompleted] !== undefined;
}

interface Free {
  readonly class: boolean;
  readonly bound: boolean;
}

function sameSpec(after: PersistentVolumeClaimSpec, before: PersistentVolumeClaimSpec, free: Free): boolean {
  const kept = withStoredDataSources(before);
  const one = comparable(withStoredDataSources(after, kept), free);
  const other = comparable(kept, free);
  // The volume is filled in by the cluster, once.
  const volumeName = isUnset(before.volumeName) ? undefined : before.volumeName;
  return sameObject(
    { ...one, volumeName: volumeName === undefined ? undefined : after.volumeName },
    { ...other, volumeName },
  );
}

function comparable(claim: PersistentVolumeClaimSpec, free: Free): Readonly<Record<string, unknown>> {
  const { requests = {}, limits = {} } = claim.resources ?? {};
  const { storage, ...others } = requests;
  const amounts = { requests: free.bound ? others : { ...others, storage }, limits };
  return {
    ...claim,
    volumeMode: claim.volumeMode ?? 'Filesystem',
    resources: { requests: nanoAmounts(amounts.requests), limits: nanoAmounts(amounts.limits) },
    storageClassName: free.class ? undefined : setOrNot(claim.storageClassName),
    volumeAttributesClassName: free.bound ? undefined : setOrNot(claim.volumeAttributesClassName),
  };
}

/** An empty name is another choice than none. */
function setOrNot(name: string | undefined): { readonly name: string } | undefined {
  return name === undefined ? undefined : { name };
}

function nanoAmounts(
  amounts: Readonly<Record<string, string | number | undefined>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(amounts).filter(([, amount]) => amount !== undefined);
  return Object.fromEntries(entries.map(([name, amount]) => [name, parseQuantity(amount ?? '')?.nano ?? amount]));
}

function validateShrink(
  check: Check,
  after: PersistentVolumeClaimSpec,
  before: PersistentVolumeClaimSpec,
  old: PersistentVolumeClaim,
): void {
  const size = quantityOf(after.resources?.requests?.['storage']);
  if (compareQuantity(size, quantityOf(before.resources?.requests?.['storage'])) >= 0) return;
  // Since Kubernetes 1.32 a size that no volume reached yet may be taken back; only the status tells.
  const reached = old.status?.capacity?.['storage'];
  if (check.minor >= 32 && reached !== undefined && compareQuantity(size, quantityOf(reached)) > 0) return;
  forbidden(check, child(spec, 'resources', 'requests', 'storage'), 'may not become smaller');
  if (old.status?.phase === undefined) forbidden(check, spec, 'may not ask for less');
}

function quantityOf(amount: string | number | undefined): { readonly nano: bigint; readonly small: boolean } {
  return parseQuantity(amount ?? 0) ?? { nano: 0n, small: true };
}

function validateAttributes(check: Check, after: PersistentVolumeClaimSpec, old: PersistentVolumeClaim): void {
  const at = child(spec, 'volumeAttributesClassName');
  if (check.minor < 34 || isUnset(old.status?.currentVolumeAttributesClassName)) return;
  if (isUnset(after.volumeAttributesClassName))
    forbidden(check, at, 'may not be taken back once the volume has the class');
}
