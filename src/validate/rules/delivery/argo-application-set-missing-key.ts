import { listOf, mappingOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { everyTier } from '../../workloads/index.ts';

export const argoApplicationSetMissingKey = defineRule({
  id: 'argo-application-set-missing-key',
  set: 'recommended',
  title: 'An ApplicationSet refuses a parameter that its generators do not give.',
  fix: 'Set `goTemplate: true` with `goTemplateOptions: ["missingkey=error"]`.',
  severity: 'warning',
  tiers: everyTier,
  kinds: ['argoproj.io/ApplicationSet'],
  check({ decoded }, report) {
    const spec = mappingOf(mappingOf(decoded.object)['spec']);
    if (spec['goTemplate'] === true && listOf(spec['goTemplateOptions']).includes('missingkey=error')) return;
    report({
      messageId: 'not-refused',
      message: 'a parameter that is missing or misspelt goes unnoticed into names, paths and destinations',
      pointer: 'goTemplateOptions' in spec ? '/spec/goTemplateOptions' : '/spec',
      allowed: 'goTemplate: true with goTemplateOptions: ["missingkey=error"]',
    });
  },
});
