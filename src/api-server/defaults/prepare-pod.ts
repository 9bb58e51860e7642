import { leaveToServer } from './made.ts';
import { fill, itemsAt, madeAt } from './members.ts';
import type { Members } from './members.ts';
import { addServiceAccount } from './service-account.ts';

/** What the ServiceAccount, Priority and DefaultTolerationSeconds admission add to a pod on create. */
export function preparePod(pod: Members): void {
  const spec = madeAt(pod, 'spec');
  addServiceAccount(spec);
  const classed = typeof spec['priorityClassName'] === 'string';
  if (classed) leaveToServer(spec, 'priority', 'preemptionPolicy');
  else fill(spec, { priority: 0, preemptionPolicy: 'PreemptLowerPriority' });
  tolerate(spec, 'node.kubernetes.io/not-ready');
  tolerate(spec, 'node.kubernetes.io/unreachable');
  const status: Members = { phase: 'Pending' };
  leaveToServer(status, 'qosClass');
  if (itemsAt(spec, 'schedulingGates').length > 0) leaveToServer(status, 'conditions');
  pod['status'] = status;
}

function tolerate(spec: Members, key: string): void {
  const tolerations = itemsAt(spec, 'tolerations');
  const isThere = tolerations.some(
    (one) =>
      (one['key'] === key || one['key'] === undefined) &&
      (one['effect'] === 'NoExecute' || one['effect'] === undefined),
  );
  if (isThere) return;
  spec['tolerations'] = [...tolerations, { key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }];
}
