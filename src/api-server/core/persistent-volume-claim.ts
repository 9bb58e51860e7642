import { dns1123Subdomain, parseQuantity } from '../../formats/index.ts';
import type { PersistentVolumeClaim, PersistentVolumeClaimSpec } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { invalid, required } from '../check.ts';
import { child, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { checkOneOf, checkText, isUnset } from '../text-field.ts';
import { validateAccessModes } from './access-modes.ts';
import { validateDataSources, withStoredDataSources } from './data-source.ts';
import { validateClaimUpdate } from './persistent-volume-claim-update.ts';

export const persistentVolumeClaimValidation = defineKind<PersistentVolumeClaim>({
  group: '',
  kind: 'PersistentVolumeClaim',
  rule: {
    id: 'valid-persistent-volume-claim',
    title: 'A claim asks for a size, access modes and a source that the API server accepts.',
    fix: 'Give `spec.accessModes` and a positive `spec.resources.requests.storage`, and leave a bound claim as it is but for its size.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, claim) {
    const old = check.old as PersistentVolumeClaim | undefined;
    const before = old === undefined ? undefined : withStoredDataSources(old.spec ?? {});
    const spec = withStoredDataSources(claim.spec ?? {}, before);
    validatePersistentVolumeClaimSpec(check, spec, child(undefined, 'spec'));
  },
  validateUpdate: validateClaimUpdate,
});

/** Of a claim, or of a template of one: the caller says where it stands. */
export function validatePersistentVolumeClaimSpec(
  check: Check,
  spec: PersistentVolumeClaimSpec | undefined,
  at: FieldPath | undefined,
): void {
  const claim = spec ?? {};
  validateAccessModes(check, claim.accessModes, child(at, 'accessModes'));
  if (claim.selector !== undefined) validateLabelSelector(check, claim.selector, child(at, 'selector'));
  validateSize(check, claim, key(child(at, 'resources'), 'storage'));
  if (!isUnset(claim.storageClassName)) {
    checkText(check, child(at, 'storageClassName'), claim.storageClassName, dns1123Subdomain);
  }
  checkOneOf(check, child(at, 'volumeMode'), claim.volumeMode ?? 'Filesystem', ['Block', 'Filesystem']);
  validateDataSources(check, claim, at);
  if (check.minor >= 34 && !isUnset(claim.volumeAttributesClassName)) {
    checkText(check, child(at, 'volumeAttributesClassName'), claim.volumeAttributesClassName, dns1123Subdomain);
  }
}

function validateSize(check: Check, claim: PersistentVolumeClaimSpec, at: FieldPath): void {
  const size = claim.resources?.requests?.['storage'];
  if (size === undefined) return required(check, at);
  const quantity = parseQuantity(size);
  if (quantity !== undefined && quantity.nano <= 0n) invalid(check, at, size, 'must be greater than 0');
}
