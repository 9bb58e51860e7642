import { defineRule } from '../../rule.ts';
import { hostVolumesOf } from './host-mount.ts';

/** What a node is made of, or keeps its own credentials in: the path itself. */
const whole = new Set([
  '/',
  '/boot',
  '/dev',
  '/etc',
  '/lib',
  '/lib64',
  '/proc',
  '/sys',
  '/usr',
  '/root',
  '/home',
  '/var',
  '/var/lib',
]);

/** These, and everything below them. */
const trees = [
  '/boot',
  '/etc/kubernetes',
  '/var/lib/etcd',
  '/var/lib/kubelet/pki',
  '/root',
  '/etc/ssh',
  '/etc/sudoers.d',
];

export const sensitiveHostPath = defineRule({
  id: 'sensitive-host-path',
  set: 'recommended',
  title: 'No pod mounts directories that its node is made of or keeps its credentials in.',
  fix: 'Mount only the file or directory that is needed, with `readOnly: true`, or do without `hostPath`.',
  severity: 'error',
  aliases: ['kube-linter/sensitive-host-mounts', 'polaris/hostPathSet'],
  restates: ['pss-host-path-volumes', 'pss-restricted-volumes'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { path, pointer, mounts } of hostVolumesOf(pod)) {
      if (!whole.has(path) && !trees.some((tree) => `${path}/`.startsWith(`${tree}/`))) continue;
      const writer = mounts.find(({ readOnly }) => !readOnly);
      const reader = mounts[0];
      // What no container mounts reaches nobody.
      if (reader === undefined) continue;
      report({
        messageId: writer === undefined ? 'readable' : 'writable',
        message:
          writer === undefined
            ? `container "${reader.container}" reads ${path} of its node`
            : `container "${writer.container}" can write to ${path} of its node`,
        pointer: `${pointer}/path`,
        seen: path,
        ...(writer === undefined ? { severity: 'warning' } : {}),
      });
    }
  },
});
