import { memberOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { isLive, isTyped, scalerKinds, scalersByTarget } from '../../workloads/index.ts';

export const autoscaledReplicas = defineRule({
  id: 'autoscaled-replicas',
  set: 'recommended',
  title: 'What an autoscaler scales does not say itself how many pods it has.',
  fix: 'Remove `replicas`: the autoscaler keeps the number.',
  severity: 'warning',
  aliases: ['kube-score/deployment-targeted-by-hpa-does-not-have-replicas-configured'],
  kinds: scalerKinds,
  checkSet(world, report) {
    for (const [workload, [scaler]] of world.view(scalersByTarget)) {
      // On a cluster the autoscaler itself has written the number.
      if (scaler === undefined || !isTyped(workload, world) || isLive(workload.object)) continue;
      const replicas = memberOf(workload.object, 'spec', 'replicas');
      if (replicas === undefined) continue;
      const { kind, name } = scaler.object.ref;
      report(workload, {
        messageId: 'clash',
        message: `\`replicas\` takes back, at each sync, what ${kind} "${name}" has set`,
        pointer: '/spec/replicas',
        seen: JSON.stringify(replicas),
        allowed: 'no `replicas`',
        related: [{ object: scaler.object, pointer: '/spec/scaleTargetRef' }],
      });
    }
  },
});
