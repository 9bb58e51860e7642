import { definePodRule, mainContainersOf, runsOn } from '../../workloads/index.ts';

export const readinessProbe = definePodRule({
  id: 'readiness-probe',
  set: 'strict',
  title: 'A container says when it can take requests.',
  fix: 'Give the container a `readinessProbe` that answers for what its requests need.',
  severity: 'warning',
  aliases: ['kube-linter/no-readiness-probe', 'polaris/readinessProbeMissing', 'checkov/CKV_K8S_9'],
  checkPod(pod, report, _options, view) {
    if (!runsOn(view, pod)) return;
    for (const { container, name, pointer } of mainContainersOf(pod)) {
      if (container.readinessProbe !== undefined) continue;
      report({
        messageId: 'missing',
        message: `container "${name}" counts as ready as soon as it has started: it has no readinessProbe`,
        pointer: `${pointer}/readinessProbe`,
      });
    }
  },
});
