import { dns1123Subdomain, parseQuantity, quantityIsNegative } from '../../formats/index.ts';
import type { CSIStorageCapacity } from '../../schema/types/storage-v1.ts';
import { invalid } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { checkUnchangedObject } from '../same-value.ts';
import { checkText } from '../text-field.ts';

const topologyAt = child(undefined, 'nodeTopology');
const classAt = child(undefined, 'storageClassName');

export const csiStorageCapacityValidation = defineKind<CSIStorageCapacity>({
  group: 'storage.k8s.io',
  kind: 'CSIStorageCapacity',
  rule: {
    id: 'valid-csi-storage-capacity',
    title: 'A CSIStorageCapacity names a storage class, nodes by labels, and a capacity that is not negative.',
    fix: 'Set `storageClassName` to the name of a class and `capacity` to 0 or more; keep class and nodes as they were.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, { nodeTopology, storageClassName = '', capacity }) {
    if (nodeTopology !== undefined) validateLabelSelector(check, nodeTopology, topologyAt);
    checkText(check, classAt, storageClassName, dns1123Subdomain);
    const quantity = capacity === undefined ? undefined : parseQuantity(capacity);
    if (quantity !== undefined && quantityIsNegative(quantity)) {
      invalid(check, child(undefined, 'capacity'), capacity, 'may not be negative');
    }
  },
  validateUpdate(check, capacity, old) {
    checkUnchangedObject(check, topologyAt, capacity.nodeTopology, old.nodeTopology);
    checkUnchangedObject(check, classAt, capacity.storageClassName, old.storageClassName);
  },
});
