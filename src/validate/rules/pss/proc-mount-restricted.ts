import { definePodSecurityRule } from '../../pss/control.ts';
import { unusualProcMounts } from './proc-mount.ts';

export const procMountRestricted = definePodSecurityRule({
  id: 'pss-proc-mount-restricted',
  title: 'Containers see /proc with the usual parts hidden, in a user namespace, too.',
  fix: 'Remove `securityContext.procMount`.',
  aliases: ['kube-linter/unsafe-proc-mount', 'polaris/procMount', 'monokle/PSS109'],
  control: { name: 'procMount_restricted', level: 'restricted', since: 35, offences: unusualProcMounts },
});
