import { dns1123Subdomain, parseCidr } from '../../formats/index.ts';
import type { Node, NodeSpec } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { forbidden, invalid } from '../check.ts';
import { child, index } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { sameValue } from '../same-value.ts';
import { isUnset } from '../text-field.ts';
import { checkRange } from './address-field.ts';
import { validateNodeAnnotations } from './node-annotations.ts';
import { validateNodeStatus } from './node-status.ts';
import { validateTaints } from './taints.ts';

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
  renamed: true,
  validate(check, node) {
    validateNodeAnnotations(check, node.metadata?.annotations ?? {});
    validateTaints(check, node.spec?.taints ?? [], taintsAt);
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
