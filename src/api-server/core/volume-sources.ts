import { dns1123Subdomain, parseQuantity, quantityIsNegative } from '../../formats/index.ts';
import type {
  CSIVolumeSource,
  CinderVolumeSource,
  EmptyDirVolumeSource,
  GitRepoVolumeSource,
  HostPathVolumeSource,
  NFSVolumeSource,
} from '../../schema/types/core-v1.ts';
import { forbidden, invalid, notSupported, required, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { expectFormat } from './expect-format.ts';
import { validateDescendingPath, validateNoBacksteps } from './file-path.ts';

const hostPathTypes: readonly string[] = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];

/** Fields that must be set, and nothing else to check: what most old volume sources want. */
export function requireFields<Source extends object>(
  ...names: readonly (keyof Source & string)[]
): (check: Check, source: Source, at: FieldPath) => void {
  return (check, source, at) => {
    for (const name of names) if (isUnset(source[name])) required(check, child(at, name));
  };
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

export function validateEmptyDir(check: Check, source: EmptyDirVolumeSource, at: FieldPath): void {
  const limit = source.sizeLimit === undefined ? undefined : parseQuantity(source.sizeLimit);
  if (limit !== undefined && quantityIsNegative(limit)) forbidden(check, child(at, 'sizeLimit'), 'may not be negative');
}

export function validateHostPath(check: Check, source: HostPathVolumeSource, at: FieldPath): void {
  if (!source.path) return required(check, child(at, 'path'));
  validateNoBacksteps(check, source.path, child(at, 'path'));
  const type = source.type ?? '';
  if (!hostPathTypes.includes(type)) notSupported(check, child(at, 'type'), type, hostPathTypes);
}

export function validateGitRepo(check: Check, source: GitRepoVolumeSource, at: FieldPath): void {
  if (!source.repository) required(check, child(at, 'repository'));
  validateDescendingPath(check, source.directory ?? '', child(at, 'directory'));
}

export function validateNfs(check: Check, source: NFSVolumeSource, at: FieldPath): void {
  if (!source.server) required(check, child(at, 'server'));
  if (!source.path) required(check, child(at, 'path'));
  if (!(source.path ?? '').startsWith('/')) invalid(check, child(at, 'path'), source.path, 'must be an absolute path');
}

/** A disk of Google or Amazon: `id` is the field that names it. */
export function validateCloudDisk<Source extends { readonly partition?: number }>(
  id: keyof Source & string,
): (check: Check, source: Source, at: FieldPath) => void {
  return (check, source, at) => {
    if (isUnset(source[id])) required(check, child(at, id));
    const partition = source.partition ?? 0;
    if (partition < 0 || partition > 255) invalid(check, child(at, 'partition'), partition, 'must be from 0 to 255');
  };
}

export function validateCinder(check: Check, source: CinderVolumeSource, at: FieldPath): void {
  if (!source.volumeID) required(check, child(at, 'volumeID'));
  if (source.secretRef !== undefined && !source.secretRef.name) required(check, child(at, 'secretRef', 'name'));
}

export function validateCsiVolume(check: Check, source: CSIVolumeSource, at: FieldPath): void {
  validateCsiDriverName(check, source.driver ?? '', child(at, 'driver'));
  const secret = source.nodePublishSecretRef;
  if (secret === undefined) return;
  if (!secret.name) return required(check, child(at, 'nodePublishSecretRef', 'name'));
  expectFormat(check, child(at, 'name'), secret.name, dns1123Subdomain(secret.name));
}

/** Names of CSI drivers may have capitals. */
export function validateCsiDriverName(check: Check, name: string, at: FieldPath): void {
  if (name === '') return required(check, at);
  if (Buffer.byteLength(name) > 63) tooLong(check, at, 63);
  expectFormat(check, at, name, dns1123Subdomain(name.toLowerCase()));
}
