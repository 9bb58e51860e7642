import { pullPolicy } from './image-tag.ts';
import type { FillType } from './fill-type.ts';
import { fill, isMembers } from './members.ts';
import type { Members } from './members.ts';

export const ofContainers: Readonly<Record<string, FillType>> = {
  'core.v1.Container': fillContainer,
  'core.v1.EphemeralContainer': fillContainer,
  'core.v1.Probe': (probe) =>
    fill(probe, { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 }),
  'core.v1.HTTPGetAction': (action) => fill(action, { path: '/', scheme: 'HTTP' }),
  'core.v1.ObjectFieldSelector': (selector) => fill(selector, { apiVersion: 'v1' }),
  'core.v1.Volume': (volume) => {
    if (Object.keys(volume).every((name) => name === 'name')) volume['emptyDir'] = {};
    const image = volume['image'];
    if (isMembers(image)) fill(image, { pullPolicy: pullPolicy(image['reference']) });
  },
  'core.v1.SecretVolumeSource': fillMode,
  'core.v1.ConfigMapVolumeSource': fillMode,
  'core.v1.DownwardAPIVolumeSource': fillMode,
  'core.v1.ProjectedVolumeSource': fillMode,
  'core.v1.ServiceAccountTokenProjection': (token) => fill(token, { expirationSeconds: 3600 }),
  'core.v1.HostPathVolumeSource': (source) => fill(source, { type: '' }),
  'core.v1.AzureDiskVolumeSource': (disk) => fill(disk, { cachingMode: 'ReadWrite', kind: 'Shared' }),
};

function fillContainer(container: Members): void {
  fill(container, {
    imagePullPolicy: pullPolicy(container['image'] ?? ''),
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  });
}

function fillMode(source: Members): void {
  fill(source, { defaultMode: 420 });
}
