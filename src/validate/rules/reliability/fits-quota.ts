import { formatObject } from '../../../kernel/index.ts';
import { isMapping, memberOf, step } from '../../../analysis/index.ts';
import type { SetObject, World } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import { isTyped, usageOf } from '../../workloads/index.ts';
import { parseQuantity } from '../../../formats/index.ts';

export const fitsQuota = defineRule({
  id: 'fits-quota',
  set: 'recommended',
  title: 'What is meant to run in a namespace fits its quota.',
  fix: 'Raise the quota, or lower requests, replicas or the maximum of the autoscaler.',
  severity: 'error',
  kinds: ['/ResourceQuota'],
  checkSet(world, report) {
    for (const quota of world.ofKind('/ResourceQuota')) {
      const hard = memberOf(quota.object, 'spec', 'hard');
      if (!isTyped(quota, world) || !isMapping(hard)) continue;
      for (const [name, amount] of Object.entries(hard)) {
        if (typeof amount !== 'string' && typeof amount !== 'number') continue;
        const most = parseQuantity(amount);
        if (most !== undefined) compare(world, report, { quota, name, hard: most.nano, written: String(amount) });
      }
    }
  },
});

interface Case {
  readonly quota: SetObject;
  readonly name: string;
  readonly hard: bigint;
  readonly written: string;
}

function compare(world: World, report: ReportOn, { quota, name, hard, written }: Case): void {
  const usage = usageOf(world, quota, name);
  if (usage === undefined || usage.most <= hard) return;
  const always = usage.least > hard;
  const asked = formatAmount(name, always ? usage.least : usage.most);
  const [first] = usage.takers;
  const largest = first === undefined ? '' : `; most goes to ${formatObject(first.ref)}`;
  report(quota, {
    messageId: always ? 'too-small' : 'too-small-when-busy',
    message: always
      ? `the namespace needs ${asked} of ${name}: some of its pods are refused${largest}`
      : `at the busiest the namespace needs ${asked} of ${name}: autoscalers and jobs stop short of it${largest}`,
    pointer: `/spec/hard${step(name)}`,
    seen: asked,
    allowed: `at most ${written}`,
    ...(always ? {} : { severity: 'warning' as const }),
    related: usage.takers.slice(0, 3).map((object) => ({ object })),
  });
}

function formatAmount(name: string, nano: bigint): string {
  const whole = Number(nano) / 1e9;
  if (!/memory|storage/.test(name) || whole < 2 ** 20) return String(Number(whole.toFixed(3)));
  const gibi = whole / 2 ** 30;
  return gibi >= 1 ? `${Number(gibi.toFixed(2))}Gi` : `${Number((whole / 2 ** 20).toFixed(1))}Mi`;
}
