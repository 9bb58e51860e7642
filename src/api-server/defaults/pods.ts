import type { FillType } from './fill-type.ts';
import { fill, isMembers, itemsAt, madeAt, membersAt } from './members.ts';
import type { Members } from './members.ts';

export const ofPods: Readonly<Record<string, FillType>> = {
  'core.v1.Pod': fillPod,
  'core.v1.PodSpec': (spec) => {
    fill(spec, {
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Always',
      securityContext: {},
      terminationGracePeriodSeconds: 30,
      schedulerName: 'default-scheduler',
    });
    // The older name of the same field is written, too.
    const account = spec['serviceAccountName'] ?? spec['serviceAccount'];
    if (account !== undefined) fill(spec, { serviceAccountName: account, serviceAccount: account });
  },
};

/** Only pods themselves, not the templates of others. */
function fillPod(pod: Members): void {
  const spec = madeAt(pod, 'spec');
  for (const container of [...itemsAt(spec, 'containers'), ...itemsAt(spec, 'initContainers')]) {
    const limits = membersAt(container, 'resources')['limits'];
    if (isMembers(limits)) fill(madeAt(madeAt(container, 'resources'), 'requests'), limits);
  }
  fill(spec, { enableServiceLinks: true });
  if (spec['hostNetwork'] === true) fillHostPorts(spec);
}

function fillHostPorts(spec: Members): void {
  for (const container of [...itemsAt(spec, 'containers'), ...itemsAt(spec, 'initContainers')]) {
    for (const port of itemsAt(container, 'ports')) fill(port, { hostPort: port['containerPort'] });
  }
}
