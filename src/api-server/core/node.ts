import { dns1123Subdomain, labelValue, parseCidr, qualifiedName } from '../../formats/index.ts';
import type { Node, NodeSpec, Taint } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { duplicate, forbidden, invalid } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { sameValue } from '../same-value.ts';
import { checkOneOf, checkRequiredText, checkText, isUnset } from '../text-field.ts';
import { checkRange } from './address-field.ts';
import { validateNodeStatus } from './node-status.ts';

const specAt = child(undefined, 'spec');
// The server looks for taints there.
const taintsAt = child(undefined, 'metadata', 'taints');

export const nodeValidation = defineKind<Node>({
  group: '',
  kind: 'Node',
  rule: {
    id: 'valid-node',
    title: 'A Node has taints without doubles and one pod range of each family, and keeps range and provider id.',
    fix: 'Give each taint a label key and a known effect, and leave `spec.podCIDRs` and `spec.providerID` as they are.',
  },
  name: dns1123Subdomain,
  validate(check, node) {
    validateTaints(check, node.spec?.taints ?? []);
    validateRanges(check, rangesOf(node.spec ?? {}));
    // A change keeps the status that the cluster has.
    if (check.old === undefined && node.status !== undefined) validateNodeStatus(check, node.status);
  },
  validateUpdate(check, node, old) {
    const [found, kept] = [node.spec ?? {}, old.spec ?? {}];
    const detail = 'may not change once it is set';
    const ranges = rangesOf(kept);
    if (ranges.length > 0 && !sameValue(rangesOf(found), ranges)) forbidden(check, child(specAt, 'podCIDRs'), detail);
    if (!isUnset(kept.providerID) && kept.providerID !== found.providerID) {
      forbidden(check, child(specAt, 'providerID'), detail);
    }
    if ((found.externalID ?? '') !== (kept.externalID ?? ''))
      forbidden(check, child(specAt, 'externalID'), 'may not change');
  },
});

/** The list as the server reads it: where both fields are set and differ, the older single one wins. */
function rangesOf({ podCIDR = '', podCIDRs = [] }: NodeSpec): readonly string[] {
  return podCIDR !== '' && podCIDR !== podCIDRs[0] ? [podCIDR] : podCIDRs;
}

function validateRanges(check: Check, ranges: readonly string[]): void {
  const at = child(specAt, 'podCIDRs');
  for (const [position, range] of ranges.entries()) checkRange(check, index(at, position), range);
  const families = ranges.map((range) => parseCidr(range)?.address.family);
  if (ranges.length > 1 && (ranges.length > 2 || families[0] === families[1] || families.includes(undefined))) {
    invalid(check, at, ranges, 'may have one range of each family');
  }
}

function validateTaints(check: Check, taints: readonly Taint[]): void {
  const seen = new Set<string>();
  for (const [position, { key = '', value = '', effect }] of taints.entries()) {
    const at: FieldPath = index(taintsAt, position);
    checkText(check, child(at, 'key'), key, qualifiedName);
    checkText(check, child(at, 'value'), value, labelValue);
    const effectAt = child(at, 'effect');
    checkRequiredText(check, effectAt, effect);
    if (!isUnset(effect)) checkOneOf(check, effectAt, effect, ['NoSchedule', 'PreferNoSchedule', 'NoExecute']);
    const both = `${effect}/${key}`;
    if (seen.has(both)) duplicate(check, at, both);
    seen.add(both);
  }
}
