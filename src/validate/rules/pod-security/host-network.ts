import { defineRule } from '../../rule.ts';

export const hostNetwork = defineRule({
  id: 'host-network',
  set: 'recommended',
  title: 'A pod has a network of its own.',
  fix: 'Remove `hostNetwork`, and give the pod a Service.',
  severity: 'warning',
  aliases: ['kube-linter/host-network', 'polaris/hostNetworkSet', 'checkov/CKV_K8S_19'],
  restates: ['pss-host-namespaces'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod?.spec.hostNetwork !== true) return;
    report({
      messageId: 'shared',
      message:
        'the pod uses the network of its node: network policies do not hold for it, and it reaches what listens on localhost there',
      pointer: `${pod.pointer}/spec/hostNetwork`,
      seen: 'true',
      allowed: 'false',
    });
  },
});
