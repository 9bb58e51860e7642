import { containersOf, isWindows } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const dropNetRaw = defineRule({
  id: 'drop-net-raw',
  set: 'strict',
  title: 'No container makes network packets of its own.',
  fix: 'Drop ALL capabilities, or NET_RAW at least, in `securityContext.capabilities`.',
  severity: 'warning',
  aliases: ['kube-linter/drop-net-raw-capability', 'checkov/CKV_K8S_28', 'monokle/KBP103'],
  restates: ['pss-capabilities-restricted', 'dangerous-capability'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined || isWindows(pod)) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      const { add = [], drop = [] } = container.securityContext?.capabilities ?? {};
      const at = `${pointer}/securityContext/capabilities`;
      const added = add.findIndex(isNetRaw);
      if (added >= 0) {
        report({
          messageId: 'added',
          message: `container "${name}" adds ${add[added] ?? ''}, by which it can forge packets`,
          pointer: `${at}/add/${added}`,
          seen: add[added] ?? '',
        });
      } else if (!drop.some(isNetRaw)) {
        report({
          messageId: 'required',
          message: `container "${name}" keeps NET_RAW, by which it can forge packets`,
          pointer: `${at}/drop`,
          allowed: 'ALL, NET_RAW',
        });
      }
    }
  },
});

function isNetRaw(capability: string): boolean {
  return /^(?:CAP_)?(?:ALL|NET_RAW)$/i.test(capability);
}
