import type { PersistentVolumeSpec } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { forbidden, required } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import {
  validateAzureFile,
  validateCsi,
  validateGlusterfs,
  validateIscsi,
  validateLocal,
  validateStorageOsVolume,
  withSecret,
} from './cluster-volume-sources.ts';
import {
  validateAzureDisk,
  validateFibreChannel,
  validateFlexVolume,
  validateFlocker,
  validateQuobyte,
} from './legacy-volumes.ts';
import { requireFields, validateCloudDisk, validateHostPath, validateNfs } from './volume-sources.ts';

interface Source<Value> {
  /** Where the server looks for errors of the source, when that is not the field. */
  readonly place?: string;
  /** How the server names the field that is one too many, when that is not the field. */
  readonly spare?: string;
  readonly validate: (check: Check, value: Value, at: FieldPath, volume: string) => void;
}

type SourceField = Exclude<keyof PersistentVolumeSpec, OtherField>;
type OtherField =
  | 'accessModes'
  | 'capacity'
  | 'claimRef'
  | 'mountOptions'
  | 'nodeAffinity'
  | 'persistentVolumeReclaimPolicy'
  | 'storageClassName'
  | 'volumeAttributesClassName'
  | 'volumeMode';

type Sources = { readonly [Field in SourceField]-?: Source<NonNullable<PersistentVolumeSpec[Field]>> };

/** In the order in which the server takes the first one it finds. */
const sources: Sources = {
  hostPath: { validate: validateHostPath },
  gcePersistentDisk: { place: 'persistentDisk', validate: validateCloudDisk('pdName') },
  awsElasticBlockStore: { validate: validateCloudDisk('volumeID') },
  glusterfs: { validate: validateGlusterfs },
  flocker: { validate: validateFlocker },
  nfs: { validate: validateNfs },
  rbd: { validate: requireFields('monitors', 'image') },
  quobyte: { validate: validateQuobyte },
  cephfs: { spare: 'cephFS', validate: requireFields('monitors') },
  iscsi: { validate: validateIscsi },
  cinder: { validate: withSecret(requireFields('volumeID')) },
  fc: { validate: validateFibreChannel },
  flexVolume: { validate: validateFlexVolume },
  azureFile: { validate: validateAzureFile },
  vsphereVolume: { validate: requireFields('volumePath') },
  photonPersistentDisk: { validate: requireFields('pdID') },
  portworxVolume: { validate: requireFields('volumeID') },
  azureDisk: { validate: validateAzureDisk },
  scaleIO: { validate: requireFields('gateway', 'system', 'volumeName') },
  local: { validate: validateLocal },
  storageos: { validate: validateStorageOsVolume },
  csi: { validate: validateCsi },
};

export const sourceFields = Object.keys(sources) as readonly SourceField[];

/** One source, no more. `volume`: the name of the volume that has it. */
export function validatePersistentVolumeSource(
  check: Check,
  spec: PersistentVolumeSpec,
  at: FieldPath,
  volume: string,
): void {
  let found = 0;
  for (const field of sourceFields) {
    const value = spec[field];
    if (value === undefined) continue;
    const { place = field, spare = field, validate } = sources[field] as Source<unknown>;
    found += 1;
    // The server lets a flex volume stand behind another source.
    if (found === 1 || field === 'flexVolume') validate(check, value, child(at, place), volume);
    else forbidden(check, child(at, spare), 'there is another source already');
  }
  if (found === 0) required(check, at, 'must have a source');
}
