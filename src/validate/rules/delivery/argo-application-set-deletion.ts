import { mappingOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { everyTier } from '../../workloads/index.ts';

export const argoApplicationSetDeletion = defineRule({
  id: 'argo-application-set-deletion',
  set: 'recommended',
  title: 'An ApplicationSet that loses an entry does not delete what was deployed for it.',
  fix: 'Set `syncPolicy.preserveResourcesOnDeletion: true`, and put the finalizer on what may really go.',
  severity: 'warning',
  tiers: everyTier,
  kinds: ['argoproj.io/ApplicationSet'],
  check({ decoded }, report) {
    const spec = mappingOf(mappingOf(decoded.object)['spec']);
    const { preserveResourcesOnDeletion: preserved, applicationsSync } = mappingOf(spec['syncPolicy']);
    if (preserved === true || applicationsSync === 'create-only' || applicationsSync === 'create-update') return;
    report({
      messageId: 'deletes',
      message:
        'an Application that the generators no longer give is deleted with everything that it deployed: a renamed folder or a failing generator is enough',
      pointer: 'syncPolicy' in spec ? '/spec/syncPolicy' : '/spec',
      allowed: 'preserveResourcesOnDeletion: true, or applicationsSync: create-update',
    });
  },
});
