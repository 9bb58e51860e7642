import type { TopologySpreadConstraint } from '../../schema/types/core-v1.ts';
import { qualifiedName } from '../../formats/index.ts';
import { duplicate, forbidden, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { expectFormat } from './expect-format.ts';
import { checkedSince, enabledSince } from './gates.ts';
import { refuseKeysOfSelector, validateLabelKeys, withLabelKeys } from './pod-affinity.ts';

const actions = ['DoNotSchedule', 'ScheduleAnyway'];
const policies = ['Honor', 'Ignore'];

/** `labels` are the Pod's own; a template's pods have theirs when they are made. */
export function validateTopologySpread(
  check: Check,
  constraints: readonly TopologySpreadConstraint[],
  at: FieldPath,
  labels: Readonly<Record<string, string>> | undefined,
): void {
  for (const [position, one] of constraints.entries()) {
    const place = index(at, position);
    const maxSkew = one.maxSkew ?? 0;
    if (maxSkew <= 0) invalid(check, child(place, 'maxSkew'), maxSkew, 'must be greater than 0');
    if (!one.topologyKey) required(check, child(place, 'topologyKey'));
    const action = one.whenUnsatisfiable ?? '';
    if (!actions.includes(action)) notSupported(check, child(place, 'whenUnsatisfiable'), action, actions);
    const again = constraints
      .slice(position + 1)
      .some((other) => other.topologyKey === one.topologyKey && other.whenUnsatisfiable === one.whenUnsatisfiable);
    if (again) duplicate(check, child(place, '{topologyKey, whenUnsatisfiable}'), one.topologyKey);
    validateMinDomains(check, one, child(place, 'minDomains'));
    for (const name of check.minor >= enabledSince.nodeInclusionPolicies ? policyFields : []) {
      const policy = one[name];
      if (policy !== undefined && !policies.includes(policy)) notSupported(check, child(place, name), policy, policies);
    }
    validateSelector(check, one, place, labels);
  }
}

const policyFields = ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const;

function validateMinDomains(check: Check, one: TopologySpreadConstraint, at: FieldPath): void {
  if (one.minDomains === undefined || check.minor < enabledSince.minDomains) return;
  if (one.minDomains <= 0) invalid(check, at, one.minDomains, 'must be greater than 0');
  if (one.whenUnsatisfiable !== 'DoNotSchedule') {
    invalid(check, at, one.minDomains, 'stands beside `whenUnsatisfiable: DoNotSchedule` only');
  }
}

function validateSelector(
  check: Check,
  one: TopologySpreadConstraint,
  at: FieldPath,
  labels: Readonly<Record<string, string>> | undefined,
): void {
  const keys = check.minor >= enabledSince.spreadLabelKeys ? one.matchLabelKeys : undefined;
  const place = child(at, 'matchLabelKeys');
  if (check.minor >= enabledSince.spreadSelectorMerge) {
    const selector = withLabelKeys(one.labelSelector, labels, 'In', keys);
    validateLabelKeys(check, keys, selector, place);
    refuseKeysOfSelector(check, keys, selector, at);
    validateLabelSelector(check, selector, child(at, 'labelSelector'));
    return;
  }
  const { matchLabels = {}, matchExpressions = [] } = one.labelSelector ?? {};
  const chosen = new Set([...Object.keys(matchLabels), ...matchExpressions.map((expression) => expression.key)]);
  if (keys !== undefined && keys.length > 0 && one.labelSelector === undefined) {
    forbidden(check, place, 'needs a `labelSelector` beside it');
  }
  for (const [position, key] of (keys ?? []).entries()) {
    expectFormat(check, index(place, position), key, qualifiedName(key));
    if (chosen.has(key)) invalid(check, index(place, position), key, 'is chosen by the `labelSelector`, too');
  }
  if (check.minor >= checkedSince.spreadSelectors)
    validateLabelSelector(check, one.labelSelector, child(at, 'labelSelector'));
}
