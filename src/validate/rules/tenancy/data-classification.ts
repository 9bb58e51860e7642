import { step, tenancyOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

const label = 'pod-security.kubernetes.io/enforce';
const levels: readonly string[] = ['privileged', 'baseline', 'restricted'];

export const dataClassification = defineRule({
  id: 'data-classification',
  set: 'recommended',
  title: "A tenant's namespaces enforce the Pod Security level that its data asks for.",
  fix: 'Raise `podSecurity` of the tenant, or correct its `dataClassification`.',
  severity: 'error',
  needs: 'fleet',
  options: { public: 'baseline', internal: 'baseline', confidential: 'restricted', restricted: 'restricted' },
  kinds: ['/Namespace'],
  checkSet(world, report, _leaveOut, options) {
    const tenancy = tenancyOf(world);
    for (const namespace of world.ofKind('/Namespace')) {
      const tenant = tenancy?.ownerOf(namespace.ref.name);
      if (tenant === undefined) continue;
      const wanted = Object.hasOwn(options, tenant.dataClassification) ? options[tenant.dataClassification] : undefined;
      const enforced = namespace.labels[label] ?? 'privileged';
      if (typeof wanted !== 'string' || levels.indexOf(enforced) >= levels.indexOf(wanted)) continue;
      report(namespace, {
        messageId: 'too-weak',
        message: `the data of tenant ${tenant.name} is ${tenant.dataClassification}, and namespace ${namespace.ref.name} enforces ${namespace.labels[label] ?? 'no level'}`,
        pointer: namespace.labels[label] === undefined ? '/metadata' : `/metadata/labels${step(label)}`,
        seen: namespace.labels[label] ?? 'none',
        allowed: wanted,
      });
    }
  },
});
