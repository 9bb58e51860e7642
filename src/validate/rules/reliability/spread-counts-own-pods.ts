import { formatSelector, selects } from '../../../analysis/index.ts';
import { definePodRule } from '../../workloads/index.ts';

export const spreadCountsOwnPods = definePodRule({
  id: 'spread-counts-own-pods',
  set: 'recommended',
  title: 'A topology spread constraint counts the pods that it is written on.',
  fix: 'Let `labelSelector` take the labels of the pod template.',
  severity: 'warning',
  aliases: ['kube-score/pod-topology-spread-constraints'],
  checkPod({ metadata, spec, pointer }, report) {
    for (const [position, { labelSelector }] of (spec.topologySpreadConstraints ?? []).entries()) {
      const at = `${pointer}/spec/topologySpreadConstraints/${position}/labelSelector`;
      if (labelSelector === undefined) {
        report({
          messageId: 'missing',
          message: 'without `labelSelector` the constraint counts no pods, and spreads none',
          pointer: at,
        });
      } else if (!selects(labelSelector, metadata.labels ?? {})) {
        const labels = formatSelector({ matchLabels: metadata.labels ?? {} });
        report({
          messageId: 'others',
          message: 'the constraint counts other pods, so these may all land in one place',
          pointer: at,
          seen: formatSelector(labelSelector),
          allowed: labels === 'everything' ? 'a selector that takes pods without labels' : labels,
        });
      }
    }
  },
});
