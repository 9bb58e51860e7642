import { containersOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const privilegedPort = defineRule({
  id: 'privileged-port',
  set: 'strict',
  title: 'Containers listen on ports that need no privilege.',
  fix: 'Listen on a port from 1024 on, and let the Service map the low one to it with `targetPort`.',
  severity: 'warning',
  aliases: ['kube-linter/privileged-ports', 'monokle/KBP113'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      for (const [position, { containerPort = 0 }] of (container.ports ?? []).entries()) {
        if (containerPort <= 0 || containerPort >= 1024) continue;
        report({
          messageId: 'privileged',
          message: `container "${name}" listens on port ${containerPort}, for which it needs a privilege`,
          pointer: `${pointer}/ports/${position}/containerPort`,
          seen: String(containerPort),
          allowed: '1024 or more',
        });
      }
    }
  },
});
