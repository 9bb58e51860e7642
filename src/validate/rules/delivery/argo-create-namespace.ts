import { listOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { applicationKinds, applicationSpecOf, syncPolicyOf } from './application.ts';

export const argoCreateNamespace = defineRule({
  id: 'argo-create-namespace',
  set: 'recommended',
  title: "A tenant's Application does not create its namespace: the baseline does, with quota, policies and access.",
  fix: 'Remove `CreateNamespace=true`; the namespaces of a tenant are declared by the baseline.',
  severity: 'error',
  needs: 'fleet',
  kinds: applicationKinds,
  check({ ref, decoded, manifest }, report) {
    const owner = manifest.file.origin?.unit.owner;
    const application = applicationSpecOf(ref, decoded.object);
    if (application === undefined || owner === undefined || owner === 'platform') return;
    for (const [index, option] of listOf(syncPolicyOf(application)['syncOptions']).entries()) {
      if (option !== 'CreateNamespace=true') continue;
      report({
        messageId: 'created',
        message: `the Application of tenant ${owner} creates its namespace, without labels, quota and network policies`,
        pointer: `${application.pointer}/syncPolicy/syncOptions/${index}`,
        seen: 'CreateNamespace=true',
      });
    }
  },
});
