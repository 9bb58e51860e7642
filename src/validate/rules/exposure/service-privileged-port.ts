import type { Service } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';

export const servicePrivilegedPort = defineRule({
  id: 'service-privileged-port',
  set: 'strict',
  title: 'Services send traffic to ports above 1023.',
  fix: 'Let the container listen on a port above 1023 and name that as `targetPort`; `port` may stay.',
  severity: 'warning',
  kinds: ['/Service'],
  check(view, report) {
    const { spec } = view.decoded.object as Service;
    if (spec?.selector === undefined || spec.type === 'ExternalName') return;
    for (const [index, { port, targetPort }] of (spec.ports ?? []).entries()) {
      const target = targetPort ?? port;
      if (typeof target !== 'number' || target < 1 || target > 1023) continue;
      report({
        messageId: 'privileged',
        message: `Service ${view.ref.name} sends traffic to port ${target} of its pods, which only a privileged process may listen on`,
        pointer: `/spec/ports/${index}/${targetPort === undefined ? 'port' : 'targetPort'}`,
        seen: String(target),
        allowed: '1024 to 65535',
      });
    }
  },
});
