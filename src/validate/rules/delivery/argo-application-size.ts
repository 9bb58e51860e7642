import { defineRule } from '../../rule.ts';
import { jsonOf } from './written.ts';

export const argoApplicationSize = defineRule({
  id: 'argo-application-size',
  set: 'recommended',
  title: 'An Argo CD object stays small: its status grows beside it, and both must fit into one object.',
  fix: 'Move inline values and manifests into files that the source names.',
  severity: 'warning',
  options: { bytes: 262_144 },
  kinds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet', 'argoproj.io/AppProject'],
  check({ manifest }, report, _leaveOut, options) {
    const limit = typeof options['bytes'] === 'number' ? options['bytes'] : Infinity;
    const bytes = Buffer.byteLength(jsonOf(manifest.value));
    if (bytes <= limit) return;
    report({
      messageId: 'large',
      message: `the object has ${bytes} bytes; with its status and its history it nears what etcd takes (1.5 MiB), and Argo CD cannot write its status then`,
      pointer: '/spec',
      seen: `${bytes} bytes`,
      allowed: `${limit} bytes`,
    });
  },
});
