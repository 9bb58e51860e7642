import type { PodView, SetObject, World } from '../../../analysis/index.ts';
import { isMapping, memberOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import {
  containerDefaults,
  demandByNamespace,
  givenTo,
  isInScope,
  isTyped,
  mustBeSaid,
  runContainersOf,
} from '../../workloads/index.ts';
import type { Defaults } from '../../workloads/index.ts';

export const quotaRefusesPods = defineRule({
  id: 'quota-refuses-pods',
  set: 'recommended',
  title: 'Pods say what the quota of their namespace asks about.',
  fix: 'Set the request or limit on the container, or give the namespace a LimitRange with a default.',
  severity: 'error',
  kinds: ['/ResourceQuota'],
  checkSet(world, report) {
    for (const quota of world.ofKind('/ResourceQuota')) {
      const hard = memberOf(quota.object, 'spec', 'hard');
      if (!isTyped(quota, world) || !isMapping(hard)) continue;
      const defaults = containerDefaults(world, quota.ref.namespace);
      for (const { object } of world.view(demandByNamespace).get(quota.ref.namespace ?? '') ?? []) {
        const { pod } = object;
        // With resources for the whole pod the server asks its containers nothing.
        if (pod === undefined || pod.spec.resources !== undefined) continue;
        check(world, report, { quota, object, pod, defaults, names: Object.keys(hard) });
      }
    }
  },
});

interface Case {
  readonly quota: SetObject;
  readonly object: SetObject;
  readonly pod: PodView;
  readonly defaults: Defaults;
  readonly names: readonly string[];
}

function check(world: World, report: ReportOn, { quota, object, pod, defaults, names }: Case): void {
  if (isInScope(quota, pod, defaults) !== true) return;
  const isCertain = world.facts !== undefined;
  for (const name of names) {
    const said = mustBeSaid(name);
    if (said === undefined) continue;
    const { part, resource } = said;
    for (const { container, name: own, pointer } of runContainersOf(pod)) {
      if (givenTo(container, part, resource, defaults) !== undefined) continue;
      report(object, {
        messageId: 'refused',
        message: `ResourceQuota "${quota.ref.name}" counts ${name}, and container "${own}" has none: the server refuses the pod`,
        pointer: `${pointer}/resources/${part}/${resource}`,
        // The LimitRange may be among files that were not given.
        ...(isCertain ? {} : { severity: 'warning' as const }),
        related: [{ object: quota, pointer: `/spec/hard/${name}` }],
      });
    }
  }
}
