import { defineRule } from '../../rule.ts';
import { meaning, openPods } from './open-pods.ts';

export const isolatedBothWays = defineRule({
  id: 'isolated-both-ways',
  set: 'strict',
  title: 'NetworkPolicies say of a pod who reaches it and whom it reaches.',
  fix: 'Add the missing one of Ingress and Egress to `policyTypes` of a NetworkPolicy that selects the pod, with rules for what is needed.',
  severity: 'warning',
  aliases: ['kube-score/pod-networkpolicy', 'polaris/missingNetworkPolicy'],
  kinds: ['networking.k8s.io/NetworkPolicy'],
  checkSet(world, report) {
    for (const { object, pod, open } of openPods(world)) {
      const [way] = open;
      if (way === undefined || open.length > 1) continue;
      report(object, {
        messageId: way,
        message: `NetworkPolicies select the pods of ${object.ref.kind} ${object.ref.name}, and none says ${meaning[way]}`,
        pointer: `${pod.pointer}/metadata`,
      });
    }
  },
});
