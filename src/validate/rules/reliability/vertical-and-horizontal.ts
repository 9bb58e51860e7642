import { memberOf } from '../../../analysis/index.ts';
import type { SetObject } from '../../../analysis/index.ts';
import { parseApiVersion } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { listAt, podMetricsOf, scalersByTarget, textAt } from '../../workloads/index.ts';

const vertical = 'autoscaling.k8s.io/VerticalPodAutoscaler';

export const verticalAndHorizontal = defineRule({
  id: 'vertical-and-horizontal',
  set: 'recommended',
  title: 'Pods are not made both larger and more by the same resource.',
  fix: 'Leave the resource out of `controlledResources`, set `updateMode: "Off"`, or scale out by another metric.',
  severity: 'error',
  kinds: [vertical],
  checkSet(world, report) {
    for (const object of world.ofKind(vertical)) {
      const controlled = controlledBy(object);
      if (controlled.size === 0) continue;
      const target = (key: string): string => textAt(object.object, 'spec', 'targetRef', key) ?? '';
      const kind = `${parseApiVersion(target('apiVersion')).group}/${target('kind')}`;
      const workload = world.find(kind, object.ref.namespace, target('name'));
      for (const scaler of workload === undefined ? [] : (world.view(scalersByTarget).get(workload) ?? [])) {
        const metric = podMetricsOf(scaler.object).find(({ resource }) => controlled.has(resource));
        if (metric === undefined) continue;
        const { ref } = scaler.object;
        report(object, {
          messageId: 'same-metric',
          message: `it changes the request of ${metric.resource} by which ${ref.kind} "${ref.name}" counts the pods of "${target('name')}"`,
          pointer: '/spec/targetRef',
          related: [{ object: scaler.object, pointer: metric.pointer }],
        });
      }
    }
  },
});

/** The resources that it sets, not merely recommends. */
function controlledBy({ object }: SetObject): ReadonlySet<string> {
  if (textAt(object, 'spec', 'updatePolicy', 'updateMode') === 'Off') return new Set();
  const policies = listAt(object, 'spec', 'resourcePolicy', 'containerPolicies');
  const forRest = policies.some((policy) => textAt(policy, 'containerName') === '*') ? [] : [undefined];
  return new Set(
    [...policies, ...forRest].flatMap((policy) => {
      if (textAt(policy, 'mode') === 'Off') return [];
      if (memberOf(policy, 'controlledResources') === undefined) return ['cpu', 'memory'];
      return listAt(policy, 'controlledResources').filter((resource) => typeof resource === 'string');
    }),
  );
}
