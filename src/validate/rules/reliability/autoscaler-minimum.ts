import { defineRule } from '../../rule.ts';
import { isTyped, numberOption, scalerOf, servingTiers } from '../../workloads/index.ts';

export const autoscalerMinimum = defineRule({
  id: 'autoscaler-minimum',
  set: 'recommended',
  title: 'An autoscaler leaves two pods at quiet times.',
  fix: 'Set `minReplicas` to 2 or more.',
  severity: 'warning',
  tiers: servingTiers,
  aliases: ['kube-score/horizontalpodautoscaler-replicas', 'polaris/hpaMinAvailability'],
  options: { minimum: 2 },
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  checkSet(world, report, _leaveOut, options) {
    const minimum = numberOption(options, 'minimum', 2);
    for (const autoscaler of world.ofKind('autoscaling/HorizontalPodAutoscaler')) {
      const { least, leastPointer } = scalerOf(autoscaler);
      if (!isTyped(autoscaler, world) || least >= minimum) continue;
      report(autoscaler, {
        messageId: 'too-few',
        message: `at quiet times ${least} pod is left: nobody answers while it is replaced`,
        pointer: leastPointer,
        seen: String(least),
        allowed: `${minimum} or more`,
      });
    }
  },
});
