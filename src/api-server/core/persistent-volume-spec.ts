import { posix } from 'node:path';
import { dns1123Subdomain, parseQuantity, wholeValue } from '../../formats/index.ts';
import type { PersistentVolumeSpec } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { forbidden, invalid, notSupported, required } from '../check.ts';
import { child, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkOneOf, checkRequiredText, checkText, isUnset } from '../text-field.ts';
import { validateAccessModes } from './access-modes.ts';
import { validateNodeSelector } from './node-selector.ts';
import { validatePersistentVolumeSource } from './persistent-volume-sources.ts';

export interface PersistentVolumeSpecOptions {
  /** Written into a VolumeAttachment instead of a PersistentVolume: a CSI source and little else. */
  readonly inline?: boolean;
  /** The name of the volume. */
  readonly name?: string;
}

export function validatePersistentVolumeSpec(
  check: Check,
  spec: PersistentVolumeSpec,
  at: FieldPath,
  { inline = false, name = '' }: PersistentVolumeSpecOptions = {},
): void {
  validateAccessModes(check, spec.accessModes, child(at, 'accessModes'));
  validatePersistentVolumeSource(check, spec, at, name);
  if (inline) validateInline(check, spec, at);
  else {
    validateOwn(check, spec, at);
    if (check.minor >= 34) validateAttributesClass(check, spec, at);
  }
  const recycled = spec.persistentVolumeReclaimPolicy === 'Recycle';
  if (spec.hostPath !== undefined && recycled && /^\/*$/.test(posix.normalize(spec.hostPath.path || '.'))) {
    forbidden(check, child(at, 'persistentVolumeReclaimPolicy'), "may not be Recycle for the host's root folder");
  }
}

function validateInline(check: Check, spec: PersistentVolumeSpec, at: FieldPath): void {
  const detail = 'has no place in a volume that is written into an attachment';
  if (spec.claimRef !== undefined) forbidden(check, child(at, 'claimRef'), detail);
  if (Object.keys(spec.capacity ?? {}).length > 0) forbidden(check, child(at, 'capacity'), detail);
  if (spec.csi === undefined) required(check, child(at, 'csi'));
  if (spec.nodeAffinity !== undefined) forbidden(check, child(at, 'nodeAffinity'), detail);
  if (spec.local !== undefined) required(check, child(at, 'nodeAffinity'), 'a local volume names its node');
  if (!isUnset(spec.storageClassName)) forbidden(check, child(at, 'storageClassName'), detail);
  const policy = spec.persistentVolumeReclaimPolicy || 'Retain';
  if (policy !== 'Retain') forbidden(check, child(at, 'persistentVolumeReclaimPolicy'), 'must be Retain');
  if ((spec.volumeMode ?? 'Filesystem') !== 'Filesystem')
    forbidden(check, child(at, 'volumeMode'), 'must be Filesystem');
}

function validateOwn(check: Check, spec: PersistentVolumeSpec, at: FieldPath): void {
  validateCapacity(check, spec, child(at, 'capacity'));
  const policyAt = child(at, 'persistentVolumeReclaimPolicy');
  checkOneOf(check, policyAt, spec.persistentVolumeReclaimPolicy || 'Retain', ['Delete', 'Recycle', 'Retain']);
  const affinityAt = child(at, 'nodeAffinity');
  if (spec.nodeAffinity !== undefined) {
    if (spec.nodeAffinity.required === undefined) required(check, child(affinityAt, 'required'));
    else validateNodeSelector(check, spec.nodeAffinity.required, child(affinityAt, 'required'));
  } else if (spec.local !== undefined) required(check, affinityAt, 'a local volume names its node');
  if (!isUnset(spec.storageClassName)) {
    checkText(check, child(at, 'storageClassName'), spec.storageClassName, dns1123Subdomain);
  }
  checkOneOf(check, child(at, 'volumeMode'), spec.volumeMode ?? 'Filesystem', ['Block', 'Filesystem']);
}

function validateCapacity(check: Check, { capacity = {} }: PersistentVolumeSpec, at: FieldPath): void {
  const names = Object.keys(capacity);
  if (names.length === 0) required(check, at);
  if (names.length !== 1 || names[0] !== 'storage') notSupported(check, at, names, ['storage']);
  for (const [name, amount] of Object.entries(capacity)) {
    const quantity = parseQuantity(amount);
    // The server counts whole bytes in 64 bits, too: what does not fit turns negative.
    const tooMuch = quantity !== undefined && wholeValue(quantity) < 0n;
    if (tooMuch || (quantity !== undefined && quantity.nano <= 0n))
      invalid(check, key(at, name), amount, 'must be greater than 0, and fit into 64 bits');
  }
}

function validateAttributesClass(check: Check, spec: PersistentVolumeSpec, at: FieldPath): void {
  const name = spec.volumeAttributesClassName;
  if (name === undefined) return;
  checkRequiredText(check, child(at, 'volumeAttributesClassName'), name, dns1123Subdomain);
  if (spec.csi === undefined) required(check, child(at, 'csi'), 'a class of attributes needs a CSI source');
}
