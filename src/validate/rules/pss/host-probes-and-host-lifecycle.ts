import type { LifecycleHandler } from '../../../schema/types/core-v1.ts';
import { containersOf } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';

export const hostProbesAndHostLifecycle = definePodSecurityRule({
  id: 'pss-host-probes-and-host-lifecycle',
  title: 'Probes and hooks ask their own pod, no other host.',
  fix: 'Remove `host`: without it the kubelet asks the pod itself.',
  control: {
    name: 'hostProbesAndHostLifecycle',
    level: 'baseline',
    since: 34,
    offences: (pod) =>
      containersOf(pod).flatMap(({ container, name, pointer }) => {
        const { livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
        const asked: Readonly<Record<string, Asked | undefined>> = {
          livenessProbe,
          readinessProbe,
          startupProbe,
          'lifecycle/postStart': lifecycle?.postStart,
          'lifecycle/preStop': lifecycle?.preStop,
        };
        return Object.entries(asked).flatMap(([place, handler]) =>
          hostsOf(handler).map(({ action, host }) => ({
            pointer: `${pointer}/${place}/${action}/host`,
            messageId: 'forbidden' as const,
            detail: 'names another host than the pod',
            seen: host,
            container: name,
          })),
        );
      }),
  },
});

type Asked = Pick<LifecycleHandler, 'httpGet' | 'tcpSocket'>;

function hostsOf(handler: Asked | undefined): readonly { readonly action: string; readonly host: string }[] {
  const actions = ['httpGet', 'tcpSocket'] as const;
  return actions.map((action) => ({ action, host: handler?.[action]?.host ?? '' })).filter(({ host }) => host !== '');
}
