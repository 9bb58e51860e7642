import { dns1123Subdomain } from '../../formats/index.ts';
import type { PersistentVolume, PersistentVolumeSpec } from '../../schema/types/core-v1.ts';
import { forbidden, invalid } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchanged, sameObject } from '../same-value.ts';
import { sourceFields } from './persistent-volume-sources.ts';
import { validatePersistentVolumeSpec } from './persistent-volume-spec.ts';

const mountOptions = 'volume.beta.kubernetes.io/mount-options';
const withoutMountOptions: ReadonlySet<string> = new Set([
  'hostPath',
  'flocker',
  'fc',
  'flexVolume',
  'portworxVolume',
  'scaleIO',
  'local',
  'storageos',
  'csi',
]);

/** What the server fills into sources: an explicit default is no change. */
const defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  azureDisk: { cachingMode: 'ReadWrite', fsType: 'ext4', kind: 'Shared' },
  iscsi: { iscsiInterface: 'default' },
  rbd: { keyring: '/etc/ceph/keyring', pool: 'rbd', user: 'admin' },
  scaleIO: { fsType: 'xfs', storageMode: 'ThinProvisioned' },
};

export const persistentVolumeValidation = defineKind<PersistentVolume>({
  group: '',
  kind: 'PersistentVolume',
  rule: {
    id: 'valid-persistent-volume',
    title: 'A volume has a size, access modes and one source, and keeps the source.',
    fix: 'Give `spec.accessModes`, `spec.capacity.storage` and one source, and make a new volume instead of changing the source.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, volume) {
    const spec = volume.spec ?? {};
    validatePersistentVolumeSpec(check, spec, child(undefined, 'spec'), { name: volume.metadata?.name ?? '' });
    const mountable = sourceFields.some((field) => spec[field] !== undefined && !withoutMountOptions.has(field));
    if (!mountable && volume.metadata?.annotations?.[mountOptions] !== undefined) {
      forbidden(check, child(undefined, 'metadata', 'annotations', mountOptions), 'the source takes no mount options');
    }
  },
  validateUpdate(check, volume, old) {
    const [found, kept] = [volume.spec ?? {}, old.spec ?? {}];
    if (!sameObject(sourceOf(found, kept), sourceOf(kept, kept))) {
      forbidden(check, child(undefined, 'spec', 'persistentvolumesource'), 'may not change');
    }
    checkUnchanged(
      check,
      child(undefined, 'volumeMode'),
      found.volumeMode ?? 'Filesystem',
      kept.volumeMode ?? 'Filesystem',
    );
    if (kept.nodeAffinity !== undefined && !sameAffinity(found.nodeAffinity, kept.nodeAffinity)) {
      invalid(check, child(undefined, 'nodeAffinity'), found.nodeAffinity, 'may not change once it is set');
    }
    const taken = found.volumeAttributesClassName === undefined && kept.volumeAttributesClassName !== undefined;
    if (check.minor >= 34 && taken) {
      forbidden(check, child(undefined, 'spec', 'volumeAttributesClassName'), 'may not be taken back');
    }
  },
});

/** With defaults; a secret for expansion may come later. */
function sourceOf(spec: PersistentVolumeSpec, old: PersistentVolumeSpec): Readonly<Record<string, unknown>> {
  const filled = sourceFields.flatMap((field) =>
    spec[field] === undefined ? [] : [[field, { present: true, ...defaults[field], ...spec[field] }] as const],
  );
  const sources: Record<string, unknown> = Object.fromEntries(filled);
  if (spec.csi === undefined || old.csi === undefined || old.csi.controllerExpandSecretRef !== undefined)
    return sources;
  const { controllerExpandSecretRef: _, ...csi } = spec.csi;
  return { ...sources, csi: { present: true, ...csi } };
}

const renamed: readonly (readonly [string, string])[] = [
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
  ['beta.kubernetes.io/os', 'kubernetes.io/os'],
  ['beta.kubernetes.io/arch', 'kubernetes.io/arch'],
  ['beta.kubernetes.io/instance-type', 'node.kubernetes.io/instance-type'],
];

/** Labels may take their newer names. */
function sameAffinity(found: unknown, kept: unknown): boolean {
  const [one, other] = [found, kept].map((affinity) =>
    renamed.reduce((text, [from, to]) => text.replaceAll(`"${from}"`, `"${to}"`), JSON.stringify(affinity ?? {})),
  );
  return sameObject(JSON.parse(one ?? '{}'), JSON.parse(other ?? '{}'));
}
