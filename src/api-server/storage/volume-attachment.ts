import { dns1123Subdomain } from '../../formats/index.ts';
import type { VolumeAttachment, VolumeAttachmentSource } from '../../schema/types/storage-v1.ts';
import type { Check } from '../check.ts';
import { forbidden, required } from '../check.ts';
import { validatePersistentVolumeSpec } from '../core/persistent-volume-spec.ts';
import { validateCsiDriverName } from '../core/volume-sources.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchangedObject } from '../same-value.ts';
import { checkRequiredText, checkText } from '../text-field.ts';

const specAt = child(undefined, 'spec');

export const volumeAttachmentValidation = defineKind<VolumeAttachment>({
  group: 'storage.k8s.io',
  kind: 'VolumeAttachment',
  versions: ['v1'],
  rule: {
    id: 'valid-volume-attachment',
    title: 'A VolumeAttachment names a CSI driver, a node, and one volume: by name or written out.',
    fix: 'Set `spec.attacher`, `spec.nodeName` and one field of `spec.source`, and leave the spec as it was made.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, { spec = {} }) {
    validateCsiDriverName(check, spec.attacher ?? '', child(specAt, 'attacher'));
    checkText(check, child(specAt, 'nodeName'), spec.nodeName ?? '', dns1123Subdomain);
    validateSource(check, spec.source ?? {}, child(specAt, 'source'));
  },
  validateUpdate(check, attachment, old) {
    checkUnchangedObject(check, specAt, attachment.spec, old.spec);
  },
});

function validateSource(check: Check, source: VolumeAttachmentSource, at: FieldPath): void {
  const { inlineVolumeSpec: inline, persistentVolumeName: name } = source;
  const detail = 'must name a volume or hold the spec of one';
  if (inline === undefined && name === undefined) required(check, at, detail);
  else if (inline !== undefined && name !== undefined) forbidden(check, at, `${detail}, not both`);
  else if (inline !== undefined)
    validatePersistentVolumeSpec(check, inline, child(at, 'inlineVolumeSpec'), { inline: true });
  if (name !== undefined) checkRequiredText(check, child(at, 'persistentVolumeName'), name, dns1123Subdomain);
}
