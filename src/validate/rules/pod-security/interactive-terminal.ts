import { containersOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const interactiveTerminal = defineRule({
  id: 'interactive-terminal',
  set: 'strict',
  title: 'No container waits for somebody to type.',
  fix: 'Remove `stdin` and `tty`: `kubectl exec -it` and `kubectl debug -it` give a terminal when one is needed.',
  severity: 'info',
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      if (pointer.includes('/ephemeralContainers/')) continue;
      for (const field of ['stdin', 'tty'] as const) {
        if (container[field] !== true) continue;
        report({
          messageId: field,
          message: `container "${name}" has ${field === 'tty' ? 'a terminal' : 'an open standard input'}, to which anybody who may attach can write`,
          pointer: `${pointer}/${field}`,
          seen: 'true',
          allowed: 'false',
        });
      }
    }
  },
});
