import { hasUserNamespace, securityContextsOf } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';

export const runAsUser = definePodSecurityRule({
  id: 'pss-run-as-user',
  title: 'No container is told to run as user 0.',
  fix: 'Remove `runAsUser: 0`, or name another user.',
  aliases: ['checkov/CKV_K8S_23', 'monokle/PSS204'],
  control: {
    name: 'runAsUser',
    level: 'restricted',
    since: 23,
    offences: (pod, minor) =>
      minor >= 35 && hasUserNamespace(pod)
        ? []
        : securityContextsOf(pod)
            .filter(({ context }) => context.runAsUser !== undefined && Number(context.runAsUser) === 0)
            .map(({ pointer, container }) => ({
              pointer: `${pointer}/runAsUser`,
              messageId: 'forbidden',
              detail: 'may not be root',
              seen: '0',
              container,
            })),
  },
});
