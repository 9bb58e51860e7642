import type { Affinity, PodAffinityTerm, WeightedPodAffinityTerm } from '../../schema/types/core-v1.ts';
import type { LabelSelector } from '../../schema/types/meta-v1.ts';
import { dns1123Label, qualifiedName } from '../../formats/index.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { expectFormat } from './expect-format.ts';
import { checkedSince, enabledSince } from './gates.ts';
import { validateNodeAffinity, validateWeight } from './node-selector.ts';

type Labels = Readonly<Record<string, string>>;

/** `labels` are the Pod's own; a template's pods have theirs when they are made. */
export function validateAffinity(check: Check, affinity: Affinity, at: FieldPath, labels: Labels | undefined): void {
  if (affinity.nodeAffinity !== undefined)
    validateNodeAffinity(check, affinity.nodeAffinity, child(at, 'nodeAffinity'));
  for (const name of ['podAffinity', 'podAntiAffinity'] as const) {
    const rules = affinity[name];
    if (rules === undefined) continue;
    const place = child(at, name);
    const wanted = child(place, 'requiredDuringSchedulingIgnoredDuringExecution');
    for (const [position, term] of (rules.requiredDuringSchedulingIgnoredDuringExecution ?? []).entries()) {
      validateTerm(check, term, index(wanted, position), labels);
    }
    const preferred = child(place, 'preferredDuringSchedulingIgnoredDuringExecution');
    for (const [position, term] of (rules.preferredDuringSchedulingIgnoredDuringExecution ?? []).entries()) {
      validateWeighted(check, term, index(preferred, position), labels);
    }
  }
}

function validateWeighted(
  check: Check,
  term: WeightedPodAffinityTerm,
  at: FieldPath,
  labels: Labels | undefined,
): void {
  validateWeight(check, term.weight, child(at, 'weight'));
  validateTerm(check, term.podAffinityTerm ?? {}, child(at, 'podAffinityTerm'), labels);
}

function validateTerm(check: Check, term: PodAffinityTerm, at: FieldPath, labels: Labels | undefined): void {
  const hasKeys = check.minor >= enabledSince.affinityLabelKeys;
  const [matched, mismatched] = hasKeys ? [term.matchLabelKeys, term.mismatchLabelKeys] : [];
  const narrowed = withLabelKeys(term.labelSelector, labels, 'In', matched);
  const selector = withLabelKeys(narrowed, labels, 'NotIn', mismatched);
  const anyValue = check.minor < checkedSince.affinityValues;
  validateLabelSelector(check, selector, child(at, 'labelSelector'), { anyValue });
  validateLabelSelector(check, term.namespaceSelector, child(at, 'namespaceSelector'), { anyValue });
  for (const name of term.namespaces ?? []) expectFormat(check, child(at, 'namespace'), name, dns1123Label(name));
  validateLabelKeys(check, matched, selector, child(at, 'matchLabelKeys'));
  validateLabelKeys(check, mismatched, selector, child(at, 'mismatchLabelKeys'));
  refuseKeysOfSelector(check, matched, selector, at);
  for (const [position, key] of (matched ?? []).entries()) {
    if (mismatched?.includes(key) !== true) continue;
    invalid(check, index(child(at, 'matchLabelKeys'), position), key, 'stands among mismatchLabelKeys, too');
  }
  const topologyKey = term.topologyKey ?? '';
  if (topologyKey === '') required(check, child(at, 'topologyKey'));
  expectFormat(check, child(at, 'topologyKey'), topologyKey, qualifiedName(topologyKey));
}

export function validateLabelKeys(
  check: Check,
  keys: readonly string[] | undefined,
  selector: LabelSelector | undefined,
  at: FieldPath,
): void {
  if (keys === undefined || keys.length === 0) return;
  if (selector === undefined) return forbidden(check, at, 'needs a `labelSelector` beside it');
  for (const [position, key] of keys.entries()) expectFormat(check, index(at, position), key, qualifiedName(key));
}

/**
 * A key that the selector names for itself cannot be a label key, too. The server finds it among the expressions only, as
 * a second one of that key, where it has added one for the Pod's own label.
 */
export function refuseKeysOfSelector(
  check: Check,
  keys: readonly string[] | undefined,
  selector: LabelSelector | undefined,
  at: FieldPath,
): void {
  if (selector === undefined || keys === undefined) return;
  const seen = new Set(Object.keys(selector.matchLabels ?? {}));
  for (const { key = '' } of selector.matchExpressions ?? []) {
    const position = keys.lastIndexOf(key);
    if (position >= 0 && seen.has(key))
      invalid(check, index(at, position), key, 'is chosen by the `labelSelector`, too');
    seen.add(key);
  }
}

/** The selector with what the server adds to it: an expression for each label that the Pod has under a label key. */
export function withLabelKeys(
  selector: LabelSelector | undefined,
  labels: Labels | undefined,
  operator: 'In' | 'NotIn',
  keys: readonly string[] | undefined,
): LabelSelector | undefined {
  if (selector === undefined || labels === undefined || keys === undefined) return selector;
  const added = keys
    .filter((key) => Object.hasOwn(labels, key))
    .map((key) => ({ key, operator, values: [labels[key] ?? ''] }));
  return { ...selector, matchExpressions: [...(selector.matchExpressions ?? []), ...added] };
}
