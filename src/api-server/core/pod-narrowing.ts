import type { NodeAffinity, NodeSelectorTerm, PodSpec } from '../../schema/types/core-v1.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { sameValue } from '../same-value.ts';

/**
 * A Pod behind scheduling gates may be sent to fewer nodes than before, never to others. Returns the spec with what may
 * change put back, so that the rest can be compared. `at` is the pod spec's path.
 */
export function narrowedScheduling(check: Check, spec: PodSpec, old: PodSpec, at: FieldPath): PodSpec {
  const selector = spec.nodeSelector ?? {};
  if (Object.entries(old.nodeSelector ?? {}).some(([name, value]) => selector[name] !== value)) {
    invalid(check, child(at, 'nodeSelector'), selector, 'may only grow while the Pod waits for its gates');
  }
  const { nodeAffinity, ...others } = spec.affinity ?? {};
  const before = old.affinity?.nodeAffinity;
  if (!sameValue(nodeAffinity, before))
    validateAffinity(check, nodeAffinity, before, child(at, 'affinity', 'nodeAffinity'));
  const affinity = before === undefined ? others : { ...others, nodeAffinity: before };
  return { ...spec, nodeSelector: old.nodeSelector ?? {}, affinity };
}

function validateAffinity(
  check: Check,
  affinity: NodeAffinity | undefined,
  old: NodeAffinity | undefined,
  at: FieldPath,
): void {
  const terms = affinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const before = old?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const place = child(at, 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms');
  if (before.length > 0 && before.length !== terms.length) {
    invalid(check, place, terms, 'terms are alternatives: none may be added or removed');
    return;
  }
  for (const [position, term] of before.entries()) {
    if (onlyGrows(terms[position] ?? {}, term)) continue;
    invalid(check, index(place, position), terms[position], 'may only grow while the Pod waits for its gates');
  }
}

function onlyGrows(term: NodeSelectorTerm, old: NodeSelectorTerm): boolean {
  const lists = ['matchExpressions', 'matchFields'] as const;
  const isEmpty = (one: NodeSelectorTerm): boolean => lists.every((list) => (one[list] ?? []).length === 0);
  // A term without conditions matches no node.
  if (isEmpty(old)) return isEmpty(term);
  return lists.every((list) => sameValue((term[list] ?? []).slice(0, (old[list] ?? []).length), old[list] ?? []));
}
