import { podKinds } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { textAt, textsOption } from '../../workloads/index.ts';

export const recommendedLabels = defineRule({
  id: 'recommended-labels',
  set: 'strict',
  title: 'Workloads and Services have the labels that Kubernetes recommends.',
  fix: 'Add the label to `metadata.labels`.',
  severity: 'info',
  aliases: ['monokle/MTD-recommended-labels'],
  options: { labels: ['app.kubernetes.io/name', 'app.kubernetes.io/part-of'] },
  kinds: [...podKinds, '/Service'],
  check({ decoded }, report, _leaveOut, options) {
    for (const label of textsOption(options, 'labels')) {
      if (textAt(decoded.object, 'metadata', 'labels', label) !== undefined) continue;
      report({
        messageId: 'missing',
        message: `label "${label}" is missing, by which tools tell what belongs together`,
        pointer: `/metadata/labels/${label.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      });
    }
  },
});
