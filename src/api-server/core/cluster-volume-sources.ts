import { dns1123Label, dns1123Subdomain } from '../../formats/index.ts';
import type {
  AzureFilePersistentVolumeSource,
  CSIPersistentVolumeSource,
  GlusterfsPersistentVolumeSource,
  ISCSIPersistentVolumeSource,
  LocalVolumeSource,
  SecretReference,
  StorageOSPersistentVolumeSource,
} from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { invalid, required } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkRequiredText, checkText } from '../text-field.ts';
import { validateNoBacksteps } from './file-path.ts';
import { iscsiNodeNameFits, validateIscsiVolume } from './iscsi-volume.ts';
import { validateStorageOs } from './legacy-volumes.ts';
import { requireFields, validateCsiDriverName } from './volume-sources.ts';

// Sources that only a PersistentVolume has, or has otherwise than a Pod: it has no namespace, so its secrets name theirs.

export function validateGlusterfs(check: Check, source: GlusterfsPersistentVolumeSource, at: FieldPath): void {
  requireFields<GlusterfsPersistentVolumeSource>('endpoints', 'path')(check, source, at);
  if (source.endpointsNamespace !== undefined) {
    checkText(check, child(at, 'endpointsNamespace'), source.endpointsNamespace, dns1123Label);
  }
}

export function validateIscsi(check: Check, source: ISCSIPersistentVolumeSource, at: FieldPath, volume: string): void {
  validateIscsiVolume(check, source, at);
  if (source.secretRef !== undefined && !source.secretRef.name) required(check, child(at, 'secretRef', 'name'));
  if (!iscsiNodeNameFits(volume, source)) {
    invalid(check, child(at, 'targetportal'), source.targetPortal, 'is too long beside the name of the volume');
  }
}

export function withSecret<Value extends { readonly secretRef?: SecretReference }>(
  validate: (check: Check, value: Value, at: FieldPath) => void,
): (check: Check, value: Value, at: FieldPath) => void {
  return (check, value, at) => {
    validate(check, value, at);
    if (value.secretRef === undefined) return;
    checkRequiredText(check, child(at, 'secretRef', 'name'), value.secretRef.name);
    checkRequiredText(check, child(at, 'secretRef', 'namespace'), value.secretRef.namespace);
  };
}

export function validateAzureFile(check: Check, source: AzureFilePersistentVolumeSource, at: FieldPath): void {
  requireFields<AzureFilePersistentVolumeSource>('secretName', 'shareName')(check, source, at);
  if (source.secretNamespace === '') required(check, child(at, 'secretNamespace'));
}

export function validateLocal(check: Check, source: LocalVolumeSource, at: FieldPath): void {
  if (!source.path) required(check, child(at, 'path'));
  else validateNoBacksteps(check, source.path, child(at, 'path'));
}

export function validateStorageOsVolume(check: Check, source: StorageOSPersistentVolumeSource, at: FieldPath): void {
  validateStorageOs(check, source, at);
  if (source.secretRef !== undefined)
    checkRequiredText(check, child(at, 'secretRef', 'namespace'), source.secretRef.namespace);
}

export function validateCsi(check: Check, source: CSIPersistentVolumeSource, at: FieldPath): void {
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
