import { selects } from '../../analysis/index.ts';
import type { PodView } from '../../analysis/index.ts';

/** Whether it has a topology spread constraint that counts its own pods. */
export function spreadsItself(pod: PodView): boolean {
  const labels = pod.metadata.labels ?? {};
  return (pod.spec.topologySpreadConstraints ?? []).some(
    ({ labelSelector }) => labelSelector !== undefined && selects(labelSelector, labels),
  );
}

/** Whether it keeps away from its own pods, by rule or by preference. */
export function avoidsItself(pod: PodView): boolean {
  const labels = pod.metadata.labels ?? {};
  const away = pod.spec.affinity?.podAntiAffinity;
  const terms = [
    ...(away?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
    ...(away?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ podAffinityTerm }) => podAffinityTerm),
  ];
  return terms.some((term) => term?.labelSelector !== undefined && selects(term.labelSelector, labels));
}
