import type { Service } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';

export const loadBalancerService = defineRule({
  id: 'load-balancer-service',
  set: 'strict',
  title: 'No Service has a load balancer of its own.',
  fix: 'Make it a `ClusterIP` Service behind a Gateway or an Ingress; one load balancer serves them all.',
  severity: 'warning',
  aliases: ['kube-linter/exposed-services', 'monokle/KBP114'],
  kinds: ['/Service'],
  check(view, report) {
    const { spec } = view.decoded.object as Service;
    if (spec?.type !== 'LoadBalancer') return;
    const ranges = spec.loadBalancerSourceRanges ?? [];
    report({
      messageId: 'load-balancer',
      message: `Service ${view.ref.name} gets a load balancer of its own, open to ${ranges.length === 0 ? 'everybody who reaches it' : ranges.join(', ')}`,
      pointer: '/spec/type',
      seen: 'LoadBalancer',
      allowed: 'ClusterIP',
    });
  },
});
