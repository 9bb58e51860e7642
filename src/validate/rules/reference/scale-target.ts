import { parseApiVersion } from '../../../kernel/index.ts';
import { textOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

/** Where each kind of scaler names what it scales. */
const fields: Readonly<Record<string, string>> = {
  'autoscaling/HorizontalPodAutoscaler': 'scaleTargetRef',
  'autoscaling.k8s.io/VerticalPodAutoscaler': 'targetRef',
  'keda.sh/ScaledObject': 'scaleTargetRef',
};

export const scaleTarget = defineRule({
  id: 'scale-target',
  set: 'reference',
  title: 'What an autoscaler scales is there.',
  fix: 'Name the kind, API version and name of a workload in the namespace of the autoscaler.',
  severity: 'error',
  aliases: ['kube-linter/dangling-horizontalpodautoscaler', 'kube-score/horizontalpodautoscaler-has-target'],
  kinds: Object.keys(fields),
  checkSet(world, report) {
    const index = referencesIn(world);
    for (const [kind, field] of Object.entries(fields)) {
      for (const from of world.ofKind(kind)) {
        const name = textOf(from.object, 'spec', field, 'name');
        if (name === undefined) continue;
        const { group } = parseApiVersion(textOf(from.object, 'spec', field, 'apiVersion') ?? 'apps/v1');
        const target = textOf(from.object, 'spec', field, 'kind') ?? 'Deployment';
        want(index, report, {
          from,
          part: field,
          pointer: `/spec/${field}/name`,
          // An old version of the same kind.
          kind: `${group === 'extensions' ? 'apps' : group}/${target}`,
          namespace: from.ref.namespace,
          name,
          alone: 'hint',
        });
      }
    }
  },
});
