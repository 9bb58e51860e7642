import type { FillType } from './fill-type.ts';
import { fill, isMembers, madeAt } from './members.ts';

export const ofWorkloads: Readonly<Record<string, FillType>> = {
  'apps.v1.DeploymentSpec': (spec) => {
    const strategy = madeAt(spec, 'strategy');
    fill(strategy, { type: 'RollingUpdate' });
    if (strategy['type'] === 'RollingUpdate') {
      fill(madeAt(strategy, 'rollingUpdate'), { maxUnavailable: '25%', maxSurge: '25%' });
    }
    fill(spec, { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 });
  },
  'apps.v1.DaemonSetSpec': (spec) => {
    const strategy = madeAt(spec, 'updateStrategy');
    fill(strategy, { type: 'RollingUpdate' });
    if (strategy['type'] === 'RollingUpdate')
      fill(madeAt(strategy, 'rollingUpdate'), { maxUnavailable: 1, maxSurge: 0 });
    fill(spec, { revisionHistoryLimit: 10 });
  },
  'apps.v1.StatefulSetSpec': (spec) => {
    const strategy = madeAt(spec, 'updateStrategy');
    if (strategy['type'] === undefined) fill(strategy, { type: 'RollingUpdate', rollingUpdate: {} });
    const rolling = strategy['rollingUpdate'];
    if (strategy['type'] === 'RollingUpdate' && isMembers(rolling)) {
      fill(rolling, { partition: 0 });
    }
    fill(madeAt(spec, 'persistentVolumeClaimRetentionPolicy'), { whenDeleted: 'Retain', whenScaled: 'Retain' });
    fill(spec, { podManagementPolicy: 'OrderedReady', replicas: 1, revisionHistoryLimit: 10 });
  },
  'apps.v1.ReplicaSetSpec': (spec) => fill(spec, { replicas: 1 }),
  // A template of a claim says its kind.
  'apps.v1.StatefulSet': (set) => {
    const { volumeClaimTemplates: claims } = madeAt(set, 'spec');
    for (const claim of Array.isArray(claims) ? claims.filter(isMembers) : []) {
      fill(claim, { apiVersion: 'v1', kind: 'PersistentVolumeClaim' });
    }
  },
};
