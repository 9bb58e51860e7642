import { defineRule } from '../../rule.ts';
import { everyTier, listAt } from '../../workloads/index.ts';

export const nakedPods = defineRule({
  id: 'naked-pods',
  set: 'recommended',
  title: 'A pod has a controller that replaces it.',
  fix: 'Make it a Deployment, a StatefulSet, a DaemonSet or a Job.',
  severity: 'warning',
  tiers: everyTier,
  aliases: ['kube-linter/restart-policy', 'kyverno/prevent-bare-pods'],
  kinds: ['/Pod', 'apps/ReplicaSet', '/ReplicationController'],
  check({ decoded, ref }, report) {
    if (listAt(decoded.object, 'metadata', 'ownerReferences').length > 0) return;
    report({
      messageId: ref.kind,
      message:
        ref.kind === 'Pod'
          ? 'nothing starts it again when its node goes, and most of its fields cannot be changed'
          : `a ${ref.kind} of its own never rolls a change out to its pods`,
      pointer: '/kind',
      seen: ref.kind,
      allowed: ref.kind === 'Pod' ? 'Deployment, StatefulSet, DaemonSet, Job' : 'Deployment',
    });
  },
});
