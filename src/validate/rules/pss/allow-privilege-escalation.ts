import { containersOf, isWindows } from '../../../analysis/index.ts';
import type { PlacedContainer } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';
import type { Offence } from '../../pss/control.ts';

export const allowPrivilegeEscalation = definePodSecurityRule({
  id: 'pss-allow-privilege-escalation',
  title: 'No process gains more rights than the one that started it.',
  fix: 'Set `securityContext.allowPrivilegeEscalation: false` in the container.',
  aliases: [
    'kube-linter/privilege-escalation-container',
    'polaris/privilegeEscalationAllowed',
    'checkov/CKV_K8S_20',
    'monokle/PSS202',
  ],
  control: {
    name: 'allowPrivilegeEscalation',
    level: 'restricted',
    since: 8,
    offences: (pod, minor) => (minor >= 25 && isWindows(pod) ? [] : containersOf(pod).flatMap(offencesOf)),
  },
});

function offencesOf({ container, name, pointer }: PlacedContainer): readonly Offence[] {
  const value = container.securityContext?.allowPrivilegeEscalation;
  if (value === false) return [];
  const at = { pointer: `${pointer}/securityContext/allowPrivilegeEscalation`, container: name };
  if (value === undefined) return [{ ...at, messageId: 'required', detail: 'must be set to false' }];
  return [{ ...at, messageId: 'forbidden', detail: 'must be false', seen: 'true' }];
}
