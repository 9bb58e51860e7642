import { isMapping, memberOf, step } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { containerDefaults, everyTier, isTyped, listAt, mustBeSaid } from '../../workloads/index.ts';

export const quotaDefaults = defineRule({
  id: 'quota-defaults',
  set: 'recommended',
  title: 'Where a quota counts CPU or memory, a LimitRange gives a default.',
  fix: 'Add a LimitRange with `default` and `defaultRequest` for what the quota counts.',
  severity: 'warning',
  tiers: everyTier,
  kinds: ['/ResourceQuota'],
  checkSet(world, report) {
    for (const quota of world.ofKind('/ResourceQuota')) {
      const hard = memberOf(quota.object, 'spec', 'hard');
      if (!isTyped(quota, world) || !isMapping(hard)) continue;
      // Pods without any resources are what such a quota is for.
      if (listAt(quota.object, 'spec', 'scopes').includes('BestEffort')) continue;
      const defaults = containerDefaults(world, quota.ref.namespace);
      for (const [name, amount] of Object.entries(hard)) {
        const said = mustBeSaid(name);
        // Of nothing there need be no default.
        if (said === undefined || amount === '0' || amount === 0 || defaults[said.part].has(said.resource)) continue;
        report(quota, {
          messageId: 'no-default',
          message: `no LimitRange of the namespace gives a default for ${name}: a pod with a container that has none is refused`,
          pointer: `/spec/hard${step(name)}`,
        });
      }
    }
  },
});
