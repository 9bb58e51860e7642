import { dns1123Label, dns1123Subdomain } from '../../formats/index.ts';
import type {
  AzureFilePersistentVolumeSource,
  CSIPersistentVolumeSource,
  GlusterfsPersistentVolumeSource,
  ISCSIPersistentVolumeSource,
  LocalVolumeSource,
  PersistentVolumeSpec,
  SecretReference,
  StorageOSPersistentVolumeSource,
} from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { forbidden, invalid, required } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkRequiredText, checkText } from '../text-field.ts';
import { validateNoBacksteps } from './file-path.ts';
import { iscsiNodeNameFits, validateIscsiVolume } from './iscsi-volume.ts';
import {
  validateAzureDisk,
  validateFibreChannel,
  validateFlexVolume,
  validateFlocker,
  validateQuobyte,
  validateStorageOs,
} from './legacy-volumes.ts';
import {
  requireFields,
  validateCloudDisk,
  validateCsiDriverName,
  validateHostPath,
  validateNfs,
} from './volume-sources.ts';

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

function validateGlusterfs(check: Check, source: GlusterfsPersistentVolumeSource, at: FieldPath): void {
  requireFields<GlusterfsPersistentVolumeSource>('endpoints', 'path')(check, source, at);
  if (source.endpointsNamespace !== undefined) {
    checkText(check, child(at, 'endpointsNamespace'), source.endpointsNamespace, dns1123Label);
  }
}

function validateIscsi(check: Check, source: ISCSIPersistentVolumeSource, at: FieldPath, volume: string): void {
  validateIscsiVolume(check, source, at);
  if (source.secretRef !== undefined && !source.secretRef.name) required(check, child(at, 'secretRef', 'name'));
  if (!iscsiNodeNameFits(volume, source)) {
    invalid(check, child(at, 'targetportal'), source.targetPortal, 'is too long beside the name of the volume');
  }
}

function withSecret<Value extends { readonly secretRef?: SecretReference }>(
  validate: (check: Check, value: Value, at: FieldPath) => void,
): (check: Check, value: Value, at: FieldPath) => void {
  return (check, value, at) => {
    validate(check, value, at);
    if (value.secretRef === undefined) return;
    checkRequiredText(check, child(at, 'secretRef', 'name'), value.secretRef.name);
    checkRequiredText(check, child(at, 'secretRef', 'namespace'), value.secretRef.namespace);
  };
}

function validateAzureFile(check: Check, source: AzureFilePersistentVolumeSource, at: FieldPath): void {
  requireFields<AzureFilePersistentVolumeSource>('secretName', 'shareName')(check, source, at);
  if (source.secretNamespace === '') required(check, child(at, 'secretNamespace'));
}

function validateLocal(check: Check, source: LocalVolumeSource, at: FieldPath): void {
  if (!source.path) required(check, child(at, 'path'));
  else validateNoBacksteps(check, source.path, child(at, 'path'));
}

function validateStorageOsVolume(check: Check, source: StorageOSPersistentVolumeSource, at: FieldPath): void {
  validateStorageOs(check, source, at);
  if (source.secretRef !== undefined)
    checkRequiredText(check, child(at, 'secretRef', 'namespace'), source.secretRef.namespace);
}

function validateCsi(check: Check, source: CSIPersistentVolumeSource, at: FieldPath): void {
  validateCsiDriverName(check, source.driver ?? '', child(at, 'driver'));
  checkRequiredText(check, child(at, 'volumeHandle'), source.volumeHandle);
  const secrets = {
    controllerPublishSecretRef: source.controllerPublishSecretRef,
    controllerExpandSecretRef: source.controllerExpandSecretRef,
    nodePublishSecretRef: source.nodePublishSecretRef,
    nodeExpandSecretRef: source.nodeExpandSecretRef,
  };
  for (const [field, secret] of Object.entries(secrets)) {
    if (secret === undefined) continue;
    checkRequiredText(check, child(at, field, 'name'), secret.name, dns1123Subdomain);
    checkRequiredText(check, child(at, field, 'namespace'), secret.namespace, dns1123Label);
  }
}
