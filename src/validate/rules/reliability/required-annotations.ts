import { compileRe2 } from '../../../formats/index.ts';
import { defineRule } from '../../rule.ts';
import { pairsOption, textAt } from '../../workloads/index.ts';

export const requiredAnnotations = defineRule({
  id: 'required-annotations',
  set: 'strict',
  title: 'Every object has the annotations that the organisation asks for.',
  fix: 'Add the annotation to `metadata.annotations`, in the form that is named.',
  severity: 'warning',
  aliases: [
    'kube-linter/required-annotation-email',
    'gatekeeper/K8sRequiredAnnotations',
    'monokle/MTD-custom-annotations',
  ],
  options: { annotations: { email: '^[^@ ]+@[^@ ]+[.][^@ ]+$' } },
  kinds: 'every',
  check({ decoded }, report, _leaveOut, options) {
    for (const [name, pattern] of pairsOption(options, 'annotations')) {
      const value = textAt(decoded.object, 'metadata', 'annotations', name);
      if (value !== undefined && (pattern === '' || matches(pattern, value))) continue;
      report({
        messageId: value === undefined ? 'missing' : 'form',
        message:
          value === undefined
            ? `annotation "${name}" is missing`
            : `annotation "${name}" has not the form that is asked for`,
        pointer: `/metadata/annotations/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        ...(value === undefined ? {} : { seen: value }),
        ...(pattern === '' ? {} : { allowed: pattern }),
      });
    }
  },
});

/** A pattern that cannot be read matches nothing: a wrong setting must not pass for a right value. */
function matches(pattern: string, value: string): boolean {
  return compileRe2(pattern).re2?.test(value) ?? false;
}
