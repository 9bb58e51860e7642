import { defineRule } from '../../rule.ts';
import { scalerKinds, scalerOf } from '../../workloads/index.ts';

export const autoscalerRange = defineRule({
  id: 'autoscaler-range',
  set: 'strict',
  title: 'An autoscaler has room to scale.',
  fix: 'Raise the maximum above the minimum, or remove the autoscaler and set `replicas`.',
  severity: 'warning',
  aliases: ['polaris/hpaMaxAvailability'],
  kinds: scalerKinds,
  checkSet(world, report) {
    for (const object of scalerKinds.flatMap((kind) => world.ofKind(kind))) {
      const { least, most } = scalerOf(object);
      if (least < most) continue;
      report(object, {
        messageId: least === most ? 'fixed' : 'reversed',
        message: `between ${least} and ${most} pods there is nothing to choose`,
        pointer: object.ref.kind === 'ScaledObject' ? '/spec/maxReplicaCount' : '/spec/maxReplicas',
        seen: String(most),
        allowed: `more than ${least}`,
      });
    }
  },
});
