import { definePodRule, mainContainersOf, runsOn } from '../../workloads/index.ts';

export const distinctProbes = definePodRule({
  id: 'distinct-probes',
  set: 'strict',
  title: 'A container is not restarted for being busy.',
  fix: 'Let the `livenessProbe` ask for less than the `readinessProbe` does: whether the process still answers at all.',
  severity: 'warning',
  aliases: ['kube-score/pod-probes-identical', 'kyverno/ensure-probes-different'],
  checkPod(pod, report, _options, view) {
    if (!runsOn(view, pod)) return;
    for (const { container, name, pointer } of mainContainersOf(pod)) {
      const { livenessProbe: live, readinessProbe: ready } = container;
      if (live === undefined || ready === undefined) continue;
      const same = (['httpGet', 'tcpSocket', 'exec', 'grpc'] as const).some(
        (way) => live[way] !== undefined && JSON.stringify(live[way]) === JSON.stringify(ready[way]),
      );
      if (!same) continue;
      report({
        messageId: 'identical',
        message: `container "${name}" is restarted for the same answer that should only take it out of service`,
        pointer: `${pointer}/livenessProbe`,
      });
    }
  },
});
