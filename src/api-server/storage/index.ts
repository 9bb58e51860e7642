import type { KindValidation } from '../kind-validation.ts';
import { csiDriverValidation } from './csi-driver.ts';
import { csiNodeValidation } from './csi-node.ts';
import { csiStorageCapacityValidation } from './csi-storage-capacity.ts';
import { storageClassValidation } from './storage-class.ts';
import { volumeAttachmentValidation } from './volume-attachment.ts';
import { volumeAttributesClassValidation } from './volume-attributes-class.ts';

export const storageKinds: readonly KindValidation[] = [
  csiDriverValidation,
  csiNodeValidation,
  csiStorageCapacityValidation,
  storageClassValidation,
  volumeAttachmentValidation,
  volumeAttributesClassValidation,
];
