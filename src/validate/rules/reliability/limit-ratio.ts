import { amountOf, definePodRule, numberOption, runContainersOf } from '../../workloads/index.ts';

export const limitRatio = definePodRule({
  id: 'limit-ratio',
  set: 'strict',
  title: 'A limit is at most a few times what is requested.',
  fix: 'Raise the request to what is really used, or lower the limit.',
  severity: 'info',
  aliases: ['gatekeeper/K8sContainerRatios'],
  options: { cpu: 10, memory: 2 },
  checkPod(pod, report, options) {
    for (const { container, name, pointer } of runContainersOf(pod)) {
      const { requests, limits } = container.resources ?? {};
      for (const [resource, usual] of [
        ['cpu', 10],
        ['memory', 2],
      ] as const) {
        const request = amountOf(requests, resource);
        const limit = amountOf(limits, resource);
        if (request === undefined || limit === undefined || request.nano <= 0n) continue;
        const most = numberOption(options, resource, usual);
        if (Number(limit.nano) / Number(request.nano) <= most) continue;
        report({
          messageId: resource,
          message: `container "${name}" may take more than ${most} times the ${resource} that it requests: nodes promise what they do not have`,
          pointer: `${pointer}/resources/limits/${resource}`,
          seen: `${String(limits?.[resource])} for ${String(requests?.[resource])}`,
          allowed: `at most ${most} times the request`,
        });
      }
    }
  },
});
