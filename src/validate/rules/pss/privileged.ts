import { containersOf } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';

export const privileged = definePodSecurityRule({
  id: 'pss-privileged',
  title: 'No container is privileged.',
  fix: 'Remove `securityContext.privileged`, and add the capabilities that are needed one by one.',
  aliases: [
    'kube-linter/privileged-container',
    'kube-score/container-security-context-privileged',
    'polaris/runAsPrivileged',
    'checkov/CKV_K8S_16',
    'monokle/PSS103',
  ],
  control: {
    name: 'privileged',
    level: 'baseline',
    since: 0,
    offences: (pod) =>
      containersOf(pod)
        .filter(({ container }) => container.securityContext?.privileged === true)
        .map(({ name, pointer }) => ({
          pointer: `${pointer}/securityContext/privileged`,
          messageId: 'forbidden',
          detail: 'gives the container all rights on its node',
          seen: 'true',
          container: name,
        })),
  },
});
