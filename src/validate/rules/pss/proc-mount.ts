import { containersOf, hasUserNamespace } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';
import type { Offence } from '../../pss/control.ts';
import type { PodView } from '../../../analysis/index.ts';

export const procMount = definePodSecurityRule({
  id: 'pss-proc-mount',
  title: 'Containers see /proc with the usual parts hidden.',
  fix: 'Remove `securityContext.procMount`; from the standards of 1.35 on `hostUsers: false` allows it.',
  aliases: ['kube-linter/unsafe-proc-mount', 'polaris/procMount', 'monokle/PSS109'],
  control: {
    name: 'procMount',
    level: 'baseline',
    since: 0,
    replacedSince: 35,
    offences: (pod, minor) => (minor >= 35 && hasUserNamespace(pod) ? [] : unusualProcMounts(pod)),
  },
});

export function unusualProcMounts(pod: PodView): readonly Offence[] {
  return containersOf(pod).flatMap(({ container, name, pointer }) => {
    const mount = container.securityContext?.procMount;
    if (mount === undefined || mount === 'Default') return [];
    return {
      pointer: `${pointer}/securityContext/procMount`,
      messageId: 'forbidden',
      detail: 'shows the container parts of /proc that are usually hidden',
      seen: mount,
      allowed: 'Default',
      container: name,
    };
  });
}
