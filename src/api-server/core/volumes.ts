import type { Volume } from '../../schema/types/core-v1.ts';
import { dns1123Label } from '../../formats/index.ts';
import { duplicate, forbidden, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateConfigMapVolume, validateDownwardApiVolume, validateSecretVolume } from './config-volumes.ts';
import { podName, validateEphemeralVolume } from './ephemeral-volume.ts';
import { expectFormat } from './expect-format.ts';
import { enabledSince } from './gates.ts';
import { iscsiNodeNameFits, validateIscsiVolume } from './iscsi-volume.ts';
import {
  validateAzureDisk,
  validateFibreChannel,
  validateFlexVolume,
  validateFlocker,
  validateQuobyte,
  validateStorageOs,
} from './legacy-volumes.ts';
import type { PodOptions } from './pod-options.ts';
import { validateProjectedVolume } from './projected-volume.ts';
import {
  requireFields,
  validateCinder,
  validateCloudDisk,
  validateCsiVolume,
  validateEmptyDir,
  validateGitRepo,
  validateHostPath,
  validateNfs,
} from './volume-sources.ts';

type SourceName = Exclude<keyof Volume, 'name' | 'ephemeral' | 'image'>;

type SourceCheck = (check: Check, volume: Volume, at: FieldPath) => void;

/** Checks one source of a volume, if it is there. */
function ofSource<Name extends SourceName>(
  name: Name,
  validate: (check: Check, source: NonNullable<Volume[Name]>, at: FieldPath) => void,
): readonly [SourceName, SourceCheck] {
  const check: SourceCheck = (errors, volume, at) => {
    const source = volume[name];
    if (source !== undefined) validate(errors, source, at);
  };
  return [name, check];
}

/** In the server's order: of several sources in one volume, the first counts and the others are refused. */
const sources: readonly (readonly [SourceName, SourceCheck])[] = [
  ofSource('emptyDir', validateEmptyDir),
  ofSource('hostPath', validateHostPath),
  ofSource('gitRepo', validateGitRepo),
  ofSource('gcePersistentDisk', validateCloudDisk('pdName')),
  ofSource('awsElasticBlockStore', validateCloudDisk('volumeID')),
  ofSource('secret', validateSecretVolume),
  ofSource('nfs', validateNfs),
  ofSource('iscsi', validateIscsiVolume),
  ofSource('glusterfs', requireFields('endpoints', 'path')),
  ofSource('flocker', validateFlocker),
  ofSource('persistentVolumeClaim', requireFields('claimName')),
  ofSource('rbd', requireFields('monitors', 'image')),
  ofSource('cinder', validateCinder),
  ofSource('cephfs', requireFields('monitors')),
  ofSource('quobyte', validateQuobyte),
  ofSource('downwardAPI', validateDownwardApiVolume),
  ofSource('fc', validateFibreChannel),
  ofSource('flexVolume', validateFlexVolume),
  ofSource('configMap', validateConfigMapVolume),
  ofSource('azureFile', requireFields('secretName', 'shareName')),
  ofSource('vsphereVolume', requireFields('volumePath')),
  ofSource('photonPersistentDisk', requireFields('pdID')),
  ofSource('portworxVolume', requireFields('volumeID')),
  ofSource('azureDisk', validateAzureDisk),
  ofSource('storageos', validateStorageOs),
  ofSource('projected', validateProjectedVolume),
  ofSource('scaleIO', requireFields('gateway', 'system', 'volumeName')),
  ofSource('csi', validateCsiVolume),
];

/** Where the server's path is not the field's. */
const placeOfErrors: Readonly<Record<string, string>> = { gcePersistentDisk: 'persistentDisk' };
const placeOfSecond: Readonly<Record<string, string>> = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' };

/** Returns the volumes without errors, by name: what containers may mount. */
export function validateVolumes(
  check: Check,
  volumes: readonly Volume[],
  at: FieldPath,
  options: PodOptions,
): ReadonlyMap<string, Volume> {
  const good = new Map<string, Volume>();
  const claims = new Set<string>();
  const pod = podName(options.metadata);
  for (const volume of volumes) if (volume.ephemeral !== undefined && pod) claims.add(`${pod}-${volume.name ?? ''}`);
  for (const [position, volume] of volumes.entries()) {
    if (volume.image !== undefined && check.minor < enabledSince.imageVolumes) continue;
    const place = index(at, position);
    const before = check.errors.length;
    validateSources(check, volume, place, options);
    const name = volume.name ?? '';
    if (name === '') required(check, child(place, 'name'));
    else expectFormat(check, child(place, 'name'), name, dns1123Label(name));
    if (good.has(name)) duplicate(check, child(place, 'name'), name);
    if (check.errors.length === before) good.set(name, volume);
    const claim = volume.persistentVolumeClaim?.claimName;
    if (claim !== undefined && claims.has(claim)) {
      const where = child(place, 'persistentVolumeClaim', 'claimName');
      invalid(check, where, claim, 'is the claim that an ephemeral volume of this Pod makes');
    }
  }
  return good;
}

function validateSources(check: Check, volume: Volume, at: FieldPath, options: PodOptions): void {
  let first = true;
  const takes = (name: string): boolean => {
    if (!first) forbidden(check, child(at, placeOfSecond[name] ?? name), 'a volume has one source only');
    const counts = first;
    first = false;
    return counts;
  };
  for (const [name, validate] of sources) {
    if (volume[name] !== undefined && takes(name)) validate(check, volume, child(at, placeOfErrors[name] ?? name));
  }
  const { ephemeral, image, iscsi } = volume;
  if (iscsi !== undefined && !iscsiNodeNameFits(volume.name ?? '', iscsi)) {
    invalid(check, child(at, 'name'), volume.name, 'is too long: with the target portal it may have 63 characters');
  }
  if (ephemeral !== undefined && takes('ephemeral')) validateEphemeralVolume(check, volume, at, options);
  if (image !== undefined && takes('image')) {
    if (options.isPod && !image.reference) required(check, child(at, 'image', 'reference'));
    const policy = image.pullPolicy || 'Always';
    if (!pullPolicies.includes(policy)) notSupported(check, child(at, 'image', 'pullPolicy'), policy, pullPolicies);
  }
}

const pullPolicies = ['Always', 'IfNotPresent', 'Never'];
