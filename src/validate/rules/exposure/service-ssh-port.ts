import type { Service } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';

export const serviceSshPort = defineRule({
  id: 'service-ssh-port',
  set: 'strict',
  title: 'No Service offers SSH.',
  fix: 'Remove the port: `kubectl exec` reaches a container, and is in the audit log.',
  severity: 'warning',
  kinds: ['/Service'],
  check(view, report) {
    for (const [index, { port, targetPort, protocol }] of (
      (view.decoded.object as Service).spec?.ports ?? []
    ).entries()) {
      if ((protocol !== undefined && protocol !== 'TCP') || (port !== 22 && targetPort !== 22)) continue;
      report({
        messageId: 'ssh',
        message: `Service ${view.ref.name} leads to port 22, the port of SSH`,
        pointer: `/spec/ports/${index}/${targetPort === 22 ? 'targetPort' : 'port'}`,
        seen: '22',
      });
    }
  },
});
