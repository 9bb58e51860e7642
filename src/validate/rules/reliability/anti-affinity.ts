import { definePodRule, avoidsItself, numberAt } from '../../workloads/index.ts';

export const antiAffinity = definePodRule({
  id: 'anti-affinity',
  set: 'strict',
  title: 'The pods of a workload keep away from each other.',
  fix: 'Add a `podAntiAffinity` by `kubernetes.io/hostname` that selects the pods themselves.',
  severity: 'info',
  aliases: [
    'kube-linter/no-anti-affinity',
    'kube-score/deployment-has-host-podantiaffinity',
    'kube-score/statefulset-has-host-podantiaffinity',
  ],
  checkPod(pod, report, _options, view) {
    const { group, kind } = view.ref;
    if (group !== 'apps' || kind === 'DaemonSet') return;
    // Left out, the number may be an autoscaler's.
    if ((numberAt(view.decoded.object, 'spec', 'replicas') ?? 2) < 2 || avoidsItself(pod)) return;
    report({
      messageId: 'missing',
      message: 'no podAntiAffinity keeps these pods away from each other',
      pointer: `${pod.pointer}/spec/affinity/podAntiAffinity`,
    });
  },
});
