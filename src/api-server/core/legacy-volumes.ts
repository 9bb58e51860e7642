import { dns1123Label } from '../../formats/index.ts';
import type {
  AzureDiskVolumeSource,
  FCVolumeSource,
  FlexVolumeSource,
  FlockerVolumeSource,
  QuobyteVolumeSource,
  StorageOSVolumeSource,
} from '../../schema/types/core-v1.ts';
import { invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { expectFormat } from './expect-format.ts';

/** `host:port`, an IPv6 host in brackets. */
const hostPort = /^(?:\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/u;

const diskKinds: readonly string[] = ['Dedicated', 'Managed', 'Shared'];
const cachingModes: readonly string[] = ['None', 'ReadOnly', 'ReadWrite'];

export function validateAzureDisk(check: Check, source: AzureDiskVolumeSource, at: FieldPath): void {
  if (!source.diskName) required(check, child(at, 'diskName'));
  if (!source.diskURI) required(check, child(at, 'diskURI'));
  const caching = source.cachingMode ?? 'ReadWrite';
  if (!cachingModes.includes(caching)) notSupported(check, child(at, 'cachingMode'), caching, cachingModes);
  const kind = source.kind ?? 'Shared';
  if (!diskKinds.includes(kind)) notSupported(check, child(at, 'kind'), kind, diskKinds);
  const start = kind === 'Managed' ? '/subscriptions/' : 'https://';
  if (!(source.diskURI ?? '').startsWith(start)) {
    notSupported(check, child(at, 'diskURI'), source.diskURI ?? '', [`${start}...`]);
  }
}

export function validateFibreChannel(check: Check, source: FCVolumeSource, at: FieldPath): void {
  const names = source.targetWWNs?.length ?? 0;
  const wwids = source.wwids?.length ?? 0;
  if (names === 0 && wwids === 0) required(check, child(at, 'targetWWNs'), 'needs `targetWWNs` or `wwids`');
  if (names > 0 && wwids > 0) {
    invalid(check, child(at, 'targetWWNs'), source.targetWWNs, '`targetWWNs` and `wwids` exclude each other');
  }
  if (names === 0) return;
  if (source.lun === undefined) required(check, child(at, 'lun'), 'is needed beside `targetWWNs`');
  else if (source.lun < 0 || source.lun > 255) invalid(check, child(at, 'lun'), source.lun, 'must be from 0 to 255');
}

export function validateFlexVolume(check: Check, source: Omit<FlexVolumeSource, 'secretRef'>, at: FieldPath): void {
  if (!source.driver) required(check, child(at, 'driver'));
  for (const option of Object.keys(source.options ?? {})) {
    const domain = `.${(option.split('/', 1)[0] ?? '').toLowerCase()}`;
    if (domain.endsWith('.kubernetes.io') || domain.endsWith('.k8s.io')) {
      invalid(check, key(child(at, 'options'), option), option, 'is in a namespace that Kubernetes keeps for itself');
    }
  }
}

export function validateFlocker(check: Check, source: FlockerVolumeSource, at: FieldPath): void {
  const name = source.datasetName ?? '';
  if (name === '' && !source.datasetUUID) required(check, at, 'needs `datasetName` or `datasetUUID`');
  if (name !== '' && source.datasetUUID)
    invalid(check, at, 'resource', '`datasetName` and `datasetUUID` exclude each other');
  if (name.includes('/')) invalid(check, child(at, 'datasetName'), name, 'may not hold a slash');
}

export function validateQuobyte(check: Check, source: QuobyteVolumeSource, at: FieldPath): void {
  const registry = source.registry ?? '';
  if (registry === '')
    required(check, child(at, 'registry'), 'must be one or more host:port pairs with commas between');
  else if (Buffer.byteLength(source.tenant ?? '') >= 65) required(check, child(at, 'tenant'), 'must be a UUID');
  else {
    for (const pair of registry.split(',')) {
      if (!hostPort.test(pair)) invalid(check, child(at, 'registry'), registry, `${pair} is not a host:port pair`);
    }
  }
  if (!source.volume) required(check, child(at, 'volume'));
}

export function validateStorageOs(
  check: Check,
  source: Omit<StorageOSVolumeSource, 'secretRef'> & { readonly secretRef?: { readonly name?: string } },
  at: FieldPath,
): void {
  const name = source.volumeName ?? '';
  if (name === '') required(check, child(at, 'volumeName'));
  else expectFormat(check, child(at, 'volumeName'), name, dns1123Label(name));
  const namespace = source.volumeNamespace ?? '';
  if (namespace !== '') expectFormat(check, child(at, 'volumeNamespace'), namespace, dns1123Label(namespace));
  if (source.secretRef !== undefined && !source.secretRef.name) required(check, child(at, 'secretRef', 'name'));
}
