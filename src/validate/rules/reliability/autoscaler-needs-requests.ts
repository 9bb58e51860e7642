import type { SetObject, World } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import {
  amountOf,
  containerDefaults,
  isTyped,
  mainContainersOf,
  podMetricsOf,
  requestOf,
  scalerKinds,
  scalersByTarget,
} from '../../workloads/index.ts';
import type { PodMetric } from '../../workloads/index.ts';

export const autoscalerNeedsRequests = defineRule({
  id: 'autoscaler-needs-requests',
  set: 'recommended',
  title: 'What an autoscaler measures as a share of the request is requested.',
  fix: 'Set `resources.requests` of that resource on every container of the pods.',
  severity: 'error',
  kinds: scalerKinds,
  checkSet(world, report) {
    for (const [workload, scalers] of world.view(scalersByTarget)) {
      if (!isTyped(workload, world)) continue;
      for (const { object } of scalers) {
        for (const metric of podMetricsOf(object))
          if (metric.isShare) check(world, report, { workload, object, metric });
      }
    }
  },
});

interface Case {
  readonly workload: SetObject;
  readonly object: SetObject;
  readonly metric: PodMetric;
}

function check(world: World, report: ReportOn, { workload, object, metric }: Case): void {
  const { pod, ref } = workload;
  const { resource, container, pointer } = metric;
  if (pod === undefined || amountOf(pod.spec.resources?.requests, resource) !== undefined) return;
  const lacking = mainContainersOf(pod).find(
    (one) => (container === undefined || one.name === container) && requestOf(one.container, resource) === undefined,
  );
  if (lacking === undefined || containerDefaults(world, ref.namespace).requests.has(resource)) return;
  const isCertain = world.facts !== undefined;
  report(object, {
    messageId: 'no-request',
    message: `no share of ${resource} can be told: container "${lacking.name}" of ${ref.kind} "${ref.name}" requests none, so nothing is scaled`,
    pointer,
    // A LimitRange that gives it a request may be among files that were not given.
    ...(isCertain ? {} : { severity: 'warning' as const }),
    related: [{ object: workload, pointer: `${lacking.pointer}/resources/requests/${resource}` }],
  });
}
