import { listOf, mappingOf, textOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

/** Source: the package text/template of Go, Template.Option; it panics at anything else. */
const options: readonly string[] = ['missingkey=default', 'missingkey=invalid', 'missingkey=zero', 'missingkey=error'];

export const argoApplicationSetTemplate = defineRule({
  id: 'argo-application-set-template',
  set: 'recommended',
  title: 'An ApplicationSet has template options that exist, and a patch only where Go templates are on.',
  fix: 'Set `goTemplate: true` with `goTemplateOptions: ["missingkey=error"]`.',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  check({ decoded }, report) {
    const spec = mappingOf(mappingOf(decoded.object)['spec']);
    const isGo = spec['goTemplate'] === true;
    for (const [index, option] of listOf(spec['goTemplateOptions']).entries()) {
      if (typeof option !== 'string' || options.includes(option)) continue;
      report({
        messageId: 'unknown-option',
        message: `Go's templates know no option "${option}"`,
        pointer: `/spec/goTemplateOptions/${index}`,
        seen: option,
        allowed: options.join(', '),
      });
    }
    if (!isGo && listOf(spec['goTemplateOptions']).length > 0) {
      report({
        messageId: 'options-without-go',
        message: 'the options are passed over: `goTemplate` is not true',
        pointer: '/spec/goTemplateOptions',
        severity: 'warning',
      });
    }
    if (!isGo && textOf(spec['templatePatch']) !== undefined) {
      report({
        messageId: 'patch-without-go',
        message: '`templatePatch` needs Go templates, and `goTemplate` is not true',
        pointer: '/spec/templatePatch',
      });
    }
  },
});
