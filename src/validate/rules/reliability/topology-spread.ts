import { definePodRule, spreadsItself, numberAt } from '../../workloads/index.ts';

export const topologySpread = definePodRule({
  id: 'topology-spread',
  set: 'strict',
  title: 'A workload has topology spread constraints.',
  fix: 'Add `topologySpreadConstraints` that select the pods themselves.',
  severity: 'info',
  aliases: ['polaris/topologySpreadConstraint'],
  checkPod(pod, report, _options, view) {
    const { group, kind } = view.ref;
    if (group !== 'apps' || kind === 'DaemonSet') return;
    // Left out, the number may be an autoscaler's.
    if ((numberAt(view.decoded.object, 'spec', 'replicas') ?? 2) < 2 || spreadsItself(pod)) return;
    report({
      messageId: 'missing',
      message: 'no topology spread constraint counts these pods',
      pointer: `${pod.pointer}/spec/topologySpreadConstraints`,
    });
  },
});
