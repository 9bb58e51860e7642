import type {
  ConfigMapVolumeSource,
  DownwardAPIVolumeFile,
  DownwardAPIVolumeSource,
  KeyToPath,
  SecretVolumeSource,
} from '../../schema/types/core-v1.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateObjectFieldSelector, validateResourceFieldSelector } from './downward-api.ts';
import { validateFileMode, validateWrittenPath } from './file-path.ts';

const fieldsInFiles = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
];

export function validateConfigMapVolume(check: Check, source: ConfigMapVolumeSource, at: FieldPath): void {
  if (!source.name) required(check, child(at, 'name'));
  validateFileMode(check, source.defaultMode, child(at, 'defaultMode'));
  validateKeysToPaths(check, source.items, child(at, 'items'));
}

export function validateSecretVolume(check: Check, source: SecretVolumeSource, at: FieldPath): void {
  if (!source.secretName) required(check, child(at, 'secretName'));
  validateFileMode(check, source.defaultMode, child(at, 'defaultMode'));
  validateKeysToPaths(check, source.items, child(at, 'items'));
}

export function validateKeysToPaths(check: Check, items: readonly KeyToPath[] | undefined, at: FieldPath): void {
  for (const [position, item] of (items ?? []).entries()) {
    const place = index(at, position);
    if (!item.key) required(check, child(place, 'key'));
    if (!item.path) required(check, child(place, 'path'));
    validateWrittenPath(check, item.path ?? '', child(place, 'path'));
    validateFileMode(check, item.mode, child(place, 'mode'));
  }
}

export function validateDownwardApiVolume(check: Check, source: DownwardAPIVolumeSource, at: FieldPath): void {
  validateFileMode(check, source.defaultMode, child(at, 'defaultMode'));
  for (const file of source.items ?? []) validateDownwardApiFile(check, file, at);
}

/** The server names the volume, not the file, in its paths: `at` is the volume's. */
export function validateDownwardApiFile(check: Check, file: DownwardAPIVolumeFile, at: FieldPath): void {
  if (!file.path) required(check, child(at, 'path'));
  validateWrittenPath(check, file.path ?? '', child(at, 'path'));
  if (file.fieldRef !== undefined) {
    validateObjectFieldSelector(check, file.fieldRef, fieldsInFiles, child(at, 'fieldRef'));
    if (file.resourceFieldRef !== undefined) {
      invalid(check, at, 'resource', '`fieldRef` and `resourceFieldRef` exclude each other');
    }
  } else if (file.resourceFieldRef !== undefined) {
    validateResourceFieldSelector(check, file.resourceFieldRef, child(at, 'resourceFieldRef'), true);
  } else {
    required(check, at, 'needs `fieldRef` or `resourceFieldRef`');
  }
  validateFileMode(check, file.mode, child(at, 'mode'));
}
