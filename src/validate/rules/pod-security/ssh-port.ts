import { containersOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const sshPort = defineRule({
  id: 'ssh-port',
  set: 'strict',
  title: 'No container is open to SSH.',
  fix: 'Remove the port: `kubectl exec` leads into a container, with access control and an audit log.',
  severity: 'warning',
  aliases: ['kube-linter/ssh-port', 'monokle/KBP110'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      for (const [position, { containerPort, protocol = 'TCP' }] of (container.ports ?? []).entries()) {
        if (containerPort !== 22 || protocol !== 'TCP') continue;
        report({
          messageId: 'ssh',
          message: `container "${name}" listens on port 22, that of SSH`,
          pointer: `${pointer}/ports/${position}/containerPort`,
          seen: '22',
        });
      }
    }
  },
});
