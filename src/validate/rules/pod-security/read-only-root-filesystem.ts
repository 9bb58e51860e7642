import { containersOf, isWindows } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const readOnlyRootFilesystem = defineRule({
  id: 'read-only-root-filesystem',
  set: 'strict',
  title: 'Containers cannot write to their own file system.',
  fix: 'Set `securityContext.readOnlyRootFilesystem: true`, and mount an `emptyDir` where the program writes.',
  severity: 'warning',
  aliases: [
    'kube-linter/no-read-only-root-fs',
    'kube-score/container-security-context-readonlyrootfilesystem',
    'polaris/notReadOnlyRootFilesystem',
    'checkov/CKV_K8S_22',
    'monokle/KBP102',
  ],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined || isWindows(pod)) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      // What an operator puts into a running pod is there to look around.
      if (pointer.includes('/ephemeralContainers/')) continue;
      const value = container.securityContext?.readOnlyRootFilesystem;
      if (value === true) continue;
      report({
        messageId: value === undefined ? 'required' : 'writable',
        message: `container "${name}" can write to its own file system`,
        pointer: `${pointer}/securityContext/readOnlyRootFilesystem`,
        ...(value === undefined ? {} : { seen: 'false' }),
        allowed: 'true',
      });
    }
  },
});
