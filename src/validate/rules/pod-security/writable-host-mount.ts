import { defineRule } from '../../rule.ts';
import { hostVolumesOf } from './host-mount.ts';

export const writableHostMount = defineRule({
  id: 'writable-host-mount',
  set: 'strict',
  title: 'Paths of the node are mounted read-only.',
  fix: 'Set `readOnly: true` in the mount.',
  severity: 'warning',
  aliases: ['kube-linter/writable-host-mount'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { path, mounts } of hostVolumesOf(pod)) {
      for (const { container, readOnly, mountPath, pointer } of mounts) {
        if (readOnly) continue;
        report({
          messageId: 'writable',
          message: `container "${container}" can write to ${path} of its node, by ${mountPath}`,
          pointer: `${pointer}/readOnly`,
          allowed: 'true',
        });
      }
    }
  },
});
