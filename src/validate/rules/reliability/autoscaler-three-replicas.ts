import { defineRule } from '../../rule.ts';
import { isTyped, numberOption, scalerOf } from '../../workloads/index.ts';

export const autoscalerThreeReplicas = defineRule({
  id: 'autoscaler-three-replicas',
  set: 'strict',
  title: 'An autoscaler leaves three pods at quiet times.',
  fix: 'Set `minReplicas` to 3 or more.',
  severity: 'info',
  aliases: ['kube-linter/hpa-minimum-three-replicas'],
  options: { minimum: 3 },
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  checkSet(world, report, _leaveOut, options) {
    const minimum = numberOption(options, 'minimum', 3);
    for (const autoscaler of world.ofKind('autoscaling/HorizontalPodAutoscaler')) {
      const { least, leastPointer } = scalerOf(autoscaler);
      if (!isTyped(autoscaler, world) || least >= minimum) continue;
      report(autoscaler, {
        messageId: 'too-few',
        message: `at quiet times ${least} pods are left`,
        pointer: leastPointer,
        seen: String(least),
        allowed: `${minimum} or more`,
      });
    }
  },
});
