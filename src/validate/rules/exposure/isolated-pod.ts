import { defineRule } from '../../rule.ts';
import { openPods } from './open-pods.ts';

export const isolatedPod = defineRule({
  id: 'isolated-pod',
  set: 'strict',
  title: 'Some NetworkPolicy selects each pod.',
  fix: 'Add a NetworkPolicy to the namespace that selects every pod and allows nothing, and one for each thing that is needed.',
  severity: 'warning',
  aliases: [
    'kube-linter/non-isolated-pod',
    'kube-score/pod-networkpolicy',
    'polaris/missingNetworkPolicy',
    'checkov/CKV2_K8S_6',
  ],
  kinds: 'every',
  checkSet(world, report) {
    for (const { object, pod, open } of openPods(world)) {
      if (open.length < 2) continue;
      const { kind, name, namespace } = object.ref;
      report(object, {
        messageId: 'no-policy',
        message: `no NetworkPolicy${namespace === undefined ? '' : ` of namespace ${namespace}`} selects the pods of ${kind} ${name}: every pod of the cluster reaches them, and they reach everything`,
        pointer: `${pod.pointer}/metadata`,
      });
    }
  },
});
