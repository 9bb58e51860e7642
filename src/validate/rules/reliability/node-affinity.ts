import { definePodRule, runsOn } from '../../workloads/index.ts';

export const nodeAffinity = definePodRule({
  id: 'node-affinity',
  set: 'strict',
  title: 'A workload says which nodes it is for.',
  fix: 'Add `affinity.nodeAffinity` or a `nodeSelector`.',
  severity: 'info',
  aliases: ['kube-linter/no-node-affinity'],
  checkPod(pod, report, _options, view) {
    const { affinity, nodeSelector = {} } = pod.spec;
    if (!runsOn(view, pod) || affinity?.nodeAffinity !== undefined || Object.keys(nodeSelector).length > 0) return;
    report({
      messageId: 'missing',
      message: 'the pods may run on any node',
      pointer: `${pod.pointer}/spec/affinity/nodeAffinity`,
    });
  },
});
