import { containersOf } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';

const usual = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

export const capabilitiesBaseline = definePodSecurityRule({
  id: 'pss-capabilities-baseline',
  title: 'Containers add no capability beyond those that container runtimes give by default.',
  fix: 'Remove the capability from `capabilities.add`.',
  aliases: ['polaris/dangerousCapabilities', 'checkov/CKV_K8S_39', 'monokle/PSS104', 'monokle/KBP100'],
  control: {
    name: 'capabilities_baseline',
    level: 'baseline',
    since: 0,
    replacedSince: 22,
    offences: (pod) =>
      containersOf(pod).flatMap(({ container, name, pointer }) =>
        (container.securityContext?.capabilities?.add ?? []).flatMap((capability, position) =>
          usual.includes(capability)
            ? []
            : [
                {
                  pointer: `${pointer}/securityContext/capabilities/add/${position}`,
                  messageId: 'forbidden' as const,
                  detail: 'is no capability that may be added',
                  seen: capability,
                  allowed: usual.join(', '),
                  container: name,
                },
              ],
        ),
      ),
  },
});
