import { isMapping } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const sccPrivilegedContainer = defineRule({
  id: 'scc-privileged-container',
  set: 'strict',
  title: 'No SecurityContextConstraints of OpenShift allow privileged containers.',
  fix: 'Set `allowPrivilegedContainer: false`, and allow single capabilities with `allowedCapabilities`.',
  severity: 'warning',
  aliases: ['kube-linter/scc-deny-privileged-container'],
  kinds: ['security.openshift.io/SecurityContextConstraints'],
  check({ decoded }, report) {
    const { object } = decoded;
    if (!isMapping(object) || object['allowPrivilegedContainer'] !== true) return;
    report({
      messageId: 'privileged',
      message: 'whoever may use these constraints may run privileged containers',
      pointer: '/allowPrivilegedContainer',
      seen: 'true',
      allowed: 'false',
    });
  },
});
