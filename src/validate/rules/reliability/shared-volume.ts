import { defineRule } from '../../rule.ts';
import { isTyped, listAt, replicasOf, replicatedWorkloads } from '../../workloads/index.ts';

const claims = '/PersistentVolumeClaim';

export const sharedVolume = defineRule({
  id: 'shared-volume',
  set: 'recommended',
  title: 'A volume that several pods mount can be mounted on several nodes.',
  fix: 'Use access mode ReadWriteMany or ReadOnlyMany, a StatefulSet with `volumeClaimTemplates`, or one pod.',
  severity: 'warning',
  kinds: [claims],
  checkSet(world, report) {
    for (const workload of replicatedWorkloads(world)) {
      const { most } = replicasOf(world, workload);
      if (most < 2 || workload.pod === undefined) continue;
      const { spec, pointer } = workload.pod;
      for (const [position, { persistentVolumeClaim }] of (spec.volumes ?? []).entries()) {
        const name = persistentVolumeClaim?.claimName;
        const claim = name === undefined ? undefined : world.find(claims, workload.ref.namespace, name);
        if (name === undefined || claim === undefined || !isTyped(claim, world)) continue;
        const modes = listAt(claim.object, 'spec', 'accessModes');
        if (modes.length === 0 || modes.some((mode) => mode === 'ReadWriteMany' || mode === 'ReadOnlyMany')) continue;
        report(workload, {
          messageId: 'one-node',
          message: `${most} pods mount claim "${name}", which one ${modes.includes('ReadWriteOncePod') ? 'pod' : 'node'} at a time can mount: the others wait for it`,
          pointer: `${pointer}/spec/volumes/${position}/persistentVolumeClaim/claimName`,
          seen: modes.map(String).join(', '),
          allowed: 'ReadWriteMany, ReadOnlyMany',
          related: [{ object: claim, pointer: '/spec/accessModes' }],
        });
      }
    }
  },
});
