import type { Container, EnvVar, Volume } from '../../schema/types/core-v1.ts';
import { containersOf } from '../containers.ts';
import type { PodView } from '../pod.ts';
import { textOf } from '../loose.ts';

/** A pod's use of a ConfigMap or Secret. */
export interface DataReference {
  readonly kind: '/ConfigMap' | '/Secret';
  readonly name: string;
  /** To the name. */
  readonly pointer: string;
  /** For messages: `container web, variable TOKEN`. */
  readonly part: string;
  /** Keys that must be there. */
  readonly keys: readonly { readonly key: string; readonly pointer: string }[];
  readonly optional: boolean;
}

/** A field with a name, keys and `optional`, in whatever kind of reference. */
interface Source {
  readonly name?: string;
  readonly secretName?: string;
  readonly key?: string;
  readonly optional?: boolean;
  readonly items?: readonly { readonly key?: string }[];
}

export function dataReferencesOf(pod: PodView): readonly DataReference[] {
  const { spec, pointer } = pod;
  return [
    ...containersOf(pod).flatMap(({ container, name, pointer: place }) =>
      ofContainer(container, `container ${name}`, place),
    ),
    ...(spec.volumes ?? []).flatMap((volume, index) => ofVolume(volume, `${pointer}/spec/volumes/${index}`)),
    ...(spec.imagePullSecrets ?? []).flatMap((secret, index) =>
      referenceTo('/Secret', secret, 'imagePullSecrets', `${pointer}/spec/imagePullSecrets/${index}`),
    ),
  ];
}

function ofContainer({ env, envFrom }: Container, part: string, pointer: string): readonly DataReference[] {
  return [
    ...(env ?? []).flatMap((variable, index) => ofVariable(variable, part, `${pointer}/env/${index}/valueFrom`)),
    ...(envFrom ?? []).flatMap(({ configMapRef, secretRef }, index) =>
      referenceTo('/ConfigMap', configMapRef, `${part}, envFrom`, `${pointer}/envFrom/${index}/configMapRef`).concat(
        referenceTo('/Secret', secretRef, `${part}, envFrom`, `${pointer}/envFrom/${index}/secretRef`),
      ),
    ),
  ];
}

function ofVariable({ name = '', valueFrom }: EnvVar, part: string, pointer: string): readonly DataReference[] {
  const place = `${part}, variable ${name}`;
  return [
    ...referenceTo('/ConfigMap', valueFrom?.configMapKeyRef, place, `${pointer}/configMapKeyRef`),
    ...referenceTo('/Secret', valueFrom?.secretKeyRef, place, `${pointer}/secretKeyRef`),
  ];
}

/** Kinds of volume that name a Secret with credentials. */
const credentialed = ['azureFile', 'cephfs', 'flexVolume', 'iscsi', 'rbd', 'scaleIO', 'storageos', 'cinder'] as const;

function ofVolume(volume: Volume, pointer: string): readonly DataReference[] {
  const part = `volume ${volume.name ?? ''}`;
  const { configMap, secret, projected, csi } = volume;
  const found = [
    ...referenceTo('/ConfigMap', configMap, part, `${pointer}/configMap`),
    ...referenceTo('/Secret', secret, part, `${pointer}/secret`),
    ...referenceTo('/Secret', csi?.nodePublishSecretRef, part, `${pointer}/csi/nodePublishSecretRef`),
    ...(projected?.sources ?? []).flatMap((source, index) =>
      referenceTo('/ConfigMap', source.configMap, part, `${pointer}/projected/sources/${index}/configMap`).concat(
        referenceTo('/Secret', source.secret, part, `${pointer}/projected/sources/${index}/secret`),
      ),
    ),
  ];
  for (const type of credentialed) {
    const name = textOf(volume, type, 'secretRef', 'name');
    if (name !== undefined) found.push(...referenceTo('/Secret', { name }, part, `${pointer}/${type}/secretRef`));
  }
  return found;
}

function referenceTo(
  kind: DataReference['kind'],
  source: Source | undefined,
  part: string,
  pointer: string,
): readonly DataReference[] {
  const name = source?.secretName ?? source?.name;
  if (source === undefined || name === undefined || name === '') return [];
  const items = (source.items ?? []).map(({ key = '' }, index) => ({ key, pointer: `${pointer}/items/${index}/key` }));
  const keys = source.key === undefined ? items : [{ key: source.key, pointer: `${pointer}/key` }];
  const field = source.secretName === undefined ? 'name' : 'secretName';
  return [{ kind, name, pointer: `${pointer}/${field}`, part, keys, optional: source.optional === true }];
}
