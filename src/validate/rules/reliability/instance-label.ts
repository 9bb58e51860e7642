import { podKinds } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { textAt } from '../../workloads/index.ts';

const label = 'app.kubernetes.io/instance';

export const instanceLabel = defineRule({
  id: 'instance-label',
  set: 'strict',
  title: 'A workload has its name as its instance label.',
  fix: 'Set the label `app.kubernetes.io/instance` to the name of the object.',
  severity: 'info',
  aliases: ['polaris/metadataAndInstanceMismatched'],
  kinds: podKinds,
  check({ decoded, ref }, report) {
    const value = textAt(decoded.object, 'metadata', 'labels', label);
    if (value === ref.name) return;
    report({
      messageId: value === undefined ? 'missing' : 'other',
      message: value === undefined ? `label "${label}" is missing` : `label "${label}" names something else`,
      pointer: `/metadata/labels/${label.replace('/', '~1')}`,
      ...(value === undefined ? {} : { seen: value }),
      allowed: ref.name,
    });
  },
});
