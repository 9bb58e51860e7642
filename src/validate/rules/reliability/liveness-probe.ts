import { definePodRule, mainContainersOf, runsOn } from '../../workloads/index.ts';

export const livenessProbe = definePodRule({
  id: 'liveness-probe',
  set: 'strict',
  title: 'A container that hangs is restarted.',
  fix: 'Give the container a `livenessProbe` that fails only when a restart would help.',
  severity: 'warning',
  aliases: [
    'kube-linter/no-liveness-probe',
    'kube-score/pod-probes',
    'polaris/livenessProbeMissing',
    'checkov/CKV_K8S_8',
  ],
  checkPod(pod, report, _options, view) {
    if (!runsOn(view, pod)) return;
    for (const { container, name, pointer } of mainContainersOf(pod)) {
      if (container.livenessProbe !== undefined) continue;
      report({
        messageId: 'missing',
        message: `container "${name}" is not restarted when it hangs: it has no livenessProbe`,
        pointer: `${pointer}/livenessProbe`,
      });
    }
  },
});
