import { containersOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const mountPropagation = defineRule({
  id: 'mount-propagation',
  set: 'strict',
  title: 'No container mounts file systems into its node.',
  fix: 'Remove `mountPropagation`, or use HostToContainer.',
  severity: 'warning',
  aliases: ['monokle/KBP115'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      for (const [position, mount] of (container.volumeMounts ?? []).entries()) {
        if (mount.mountPropagation !== 'Bidirectional') continue;
        report({
          messageId: 'bidirectional',
          message: `what container "${name}" mounts below ${mount.mountPath ?? ''} is mounted on its node and in other pods, too`,
          pointer: `${pointer}/volumeMounts/${position}/mountPropagation`,
          seen: 'Bidirectional',
          allowed: 'None, HostToContainer',
        });
      }
    }
  },
});
