import { defineRule } from '../../rule.ts';
import { textAt, textsOption } from '../../workloads/index.ts';

export const requiredLabels = defineRule({
  id: 'required-labels',
  set: 'strict',
  title: 'Every object has the labels that the organisation asks for.',
  fix: 'Add the label to `metadata.labels`.',
  severity: 'warning',
  aliases: [
    'kube-linter/required-label-owner',
    'kyverno/require-labels',
    'gatekeeper/K8sRequiredLabels',
    'monokle/MTD-custom-labels',
  ],
  options: { labels: ['owner'] },
  kinds: 'every',
  check({ decoded }, report, _leaveOut, options) {
    for (const label of textsOption(options, 'labels')) {
      if ((textAt(decoded.object, 'metadata', 'labels', label) ?? '') !== '') continue;
      report({
        messageId: 'missing',
        message: `label "${label}" is missing`,
        pointer: `/metadata/labels/${label.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      });
    }
  },
});
