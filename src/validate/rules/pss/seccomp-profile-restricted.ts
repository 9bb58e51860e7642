import { containersOf, isWindows } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';
import type { Offence } from '../../pss/control.ts';
import type { PodView } from '../../../analysis/index.ts';
import { seccompTypes, unsafeSeccompProfiles } from './seccomp-profile-baseline.ts';

export const seccompProfileRestricted = definePodSecurityRule({
  id: 'pss-seccomp-profile-restricted',
  title: 'Every container runs under a seccomp profile.',
  fix: 'Set `securityContext.seccompProfile.type: RuntimeDefault` in the pod.',
  aliases: ['kube-score/container-seccomp-profile', 'checkov/CKV_K8S_31', 'monokle/PSS205'],
  control: {
    name: 'seccompProfile_restricted',
    level: 'restricted',
    since: 19,
    offences: (pod, minor) =>
      minor >= 25 && isWindows(pod) ? [] : [...unsafeSeccompProfiles(pod), ...missingProfiles(pod)],
  },
});

/** What the pod says holds for containers that say nothing; a wrong word there is reported there only. */
function missingProfiles(pod: PodView): readonly Offence[] {
  if (pod.spec.securityContext?.seccompProfile !== undefined) return [];
  return containersOf(pod)
    .filter(({ container }) => container.securityContext?.seccompProfile === undefined)
    .map(({ name, pointer }) => ({
      pointer: `${pointer}/securityContext/seccompProfile`,
      messageId: 'required',
      detail: 'must be set, here or in the pod',
      allowed: seccompTypes.join(', '),
      container: name,
    }));
}
