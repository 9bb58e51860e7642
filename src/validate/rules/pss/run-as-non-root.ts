import { containersOf, hasUserNamespace, securityContextsOf } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';
import type { Offence } from '../../pss/control.ts';
import type { PodView } from '../../../analysis/index.ts';

export const runAsNonRoot = definePodSecurityRule({
  id: 'pss-run-as-non-root',
  title: 'No container runs as root.',
  fix: 'Set `securityContext.runAsNonRoot: true` in the pod.',
  aliases: ['checkov/CKV_K8S_23', 'monokle/PSS203'],
  control: {
    name: 'runAsNonRoot',
    level: 'restricted',
    since: 0,
    offences: (pod, minor) => (minor >= 35 && hasUserNamespace(pod) ? [] : [...refusals(pod), ...silences(pod)]),
  },
});

function refusals(pod: PodView): readonly Offence[] {
  return securityContextsOf(pod)
    .filter(({ context }) => context.runAsNonRoot === false)
    .map(({ pointer, container }) => ({
      pointer: `${pointer}/runAsNonRoot`,
      messageId: 'forbidden',
      detail: 'may not be false',
      seen: 'false',
      container,
    }));
}

/** What the pod says holds for containers that say nothing; a wrong word there is reported there only. */
function silences(pod: PodView): readonly Offence[] {
  if (pod.spec.securityContext?.runAsNonRoot !== undefined) return [];
  return containersOf(pod)
    .filter(({ container }) => container.securityContext?.runAsNonRoot === undefined)
    .map(({ name, pointer }) => ({
      pointer: `${pointer}/securityContext/runAsNonRoot`,
      messageId: 'required',
      detail: 'must be true, here or in the pod',
      container: name,
    }));
}
