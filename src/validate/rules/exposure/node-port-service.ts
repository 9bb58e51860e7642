import type { Service } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';

export const nodePortService = defineRule({
  id: 'node-port-service',
  set: 'strict',
  title: 'No Service opens a port on every node.',
  fix: 'Make it a `ClusterIP` Service behind a Gateway or an Ingress.',
  severity: 'warning',
  aliases: ['kube-linter/exposed-services', 'kube-score/service-type', 'monokle/KBP114'],
  kinds: ['/Service'],
  check(view, report) {
    const { spec } = view.decoded.object as Service;
    if (spec?.type !== 'NodePort') return;
    report({
      messageId: 'node-port',
      message: `Service ${view.ref.name} opens a port on every node of the cluster, past the gateway and its TLS`,
      pointer: '/spec/type',
      seen: 'NodePort',
      allowed: 'ClusterIP',
    });
  },
});
