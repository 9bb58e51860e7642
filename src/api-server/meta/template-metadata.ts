import type { ObjectMeta } from '../../schema/types/meta-v1.ts';
import { forbidden } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateAnnotations } from './annotations.ts';
import { validateLabels } from './labels.ts';

/** What a claim's template may not say of itself; the API server counts an empty list as said. */
const ofTheClaimAlone: readonly (keyof ObjectMeta)[] = [
  'name',
  'generateName',
  'namespace',
  'selfLink',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'ownerReferences',
  'finalizers',
  'managedFields',
];

/** Metadata of a template of claims, of volumes or devices: labels and annotations. */
export function validateClaimTemplateMetadata(check: Check, metadata: ObjectMeta = {}, at: FieldPath): void {
  validateAnnotations(check, metadata.annotations ?? {}, child(at, 'annotations'));
  validateLabels(check, metadata.labels ?? {}, child(at, 'labels'));
  for (const field of ofTheClaimAlone) {
    const value = metadata[field];
    if (value === undefined || value === '' || (field === 'generation' && value === 0)) continue;
    forbidden(check, child(at, field === 'uid' ? 'uID' : field), 'is not up to the template');
  }
}
