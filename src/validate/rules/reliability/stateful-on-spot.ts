import type { PodView } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { pairsOption, runsOn } from '../../workloads/index.ts';

export const statefulOnSpot = defineRule({
  id: 'stateful-on-spot',
  set: 'recommended',
  title: 'What keeps state does not run on nodes that may be taken away at any minute.',
  fix: 'Remove the selector, affinity or toleration for spot nodes, or keep the state elsewhere.',
  severity: 'warning',
  options: {
    labels: {
      'cloud.google.com/gke-spot': 'true',
      'cloud.google.com/gke-preemptible': 'true',
      'eks.amazonaws.com/capacityType': 'SPOT',
      'karpenter.sh/capacity-type': 'spot',
      'kubernetes.azure.com/scalesetpriority': 'spot',
    },
  },
  kinds: ['apps/StatefulSet'],
  check(view, report, _leaveOut, options) {
    const { pod, builtIn } = view;
    if (builtIn === undefined || pod === undefined || !runsOn(view, pod)) return;
    for (const [key, value] of pairsOption(options, 'labels')) {
      for (const { pointer, how } of placesFor(pod, key, value)) {
        report({
          messageId: how,
          message: `its pods ${how === 'toleration' ? 'may' : 'must'} run on nodes with ${key}=${value}, which are taken away at short notice, and with them what the pods hold`,
          pointer,
          seen: `${key}=${value}`,
        });
      }
    }
  },
});

function placesFor(
  { spec, pointer }: PodView,
  key: string,
  value: string,
): readonly { readonly pointer: string; readonly how: string }[] {
  const { nodeSelector = {}, tolerations = [], affinity } = spec;
  const places: { pointer: string; how: string }[] = [];
  const escaped = key.replaceAll('/', '~1');
  if (Object.hasOwn(nodeSelector, key) && nodeSelector[key] === value)
    places.push({ pointer: `${pointer}/spec/nodeSelector/${escaped}`, how: 'selector' });
  const at = 'requiredDuringSchedulingIgnoredDuringExecution';
  for (const [index, term] of (affinity?.nodeAffinity?.[at]?.nodeSelectorTerms ?? []).entries()) {
    for (const [position, { key: asked, operator, values }] of (term.matchExpressions ?? []).entries()) {
      if (asked !== key || operator !== 'In' || values?.includes(value) !== true) continue;
      const place = `${pointer}/spec/affinity/nodeAffinity/${at}/nodeSelectorTerms/${index}/matchExpressions/${position}`;
      places.push({ pointer: place, how: values.length === 1 ? 'affinity' : 'toleration' });
    }
  }
  for (const [position, toleration] of tolerations.entries()) {
    const any = toleration.operator === 'Exists';
    if (toleration.key === key && (any || toleration.value === value))
      places.push({ pointer: `${pointer}/spec/tolerations/${position}`, how: 'toleration' });
  }
  return places;
}
