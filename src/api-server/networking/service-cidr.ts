import { cidr, dns1123Subdomain, parseCidr } from '../../formats/index.ts';
import type { ServiceCIDR } from '../../schema/types/networking-v1.ts';
import type { Check } from '../check.ts';
import { invalid, required } from '../check.ts';
import { child, index } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkText } from '../text-field.ts';

const rangesAt = child(undefined, 'spec', 'cidrs');

export const serviceCidrValidation = defineKind<ServiceCIDR>({
  group: 'networking.k8s.io',
  kind: 'ServiceCIDR',
  rule: {
    id: 'valid-service-cidr',
    title: 'A ServiceCIDR has one address range, or one of each family, in their one canonical spelling.',
    fix: 'Write `spec.cidrs` as one range, or an IPv4 and an IPv6 range, with no bits set beyond the prefix.',
  },
  name: dns1123Subdomain,
  validate(check, ranges) {
    if (check.old === undefined) validateRanges(check, ranges.spec?.cidrs ?? []);
  },
  validateUpdate(check, ranges, old) {
    const [found, kept] = [ranges.spec?.cidrs ?? [], old.spec?.cidrs ?? []];
    const grows = kept.length === 1 && found.length === 2;
    if (!grows && kept.length !== found.length) return invalid(check, rangesAt, found, 'may not change');
    for (const [position, range] of kept.entries()) {
      if (range !== found[position]) invalid(check, index(rangesAt, position), found[position], 'may not change');
    }
    if (grows) validateRanges(check, found);
  },
});

function validateRanges(check: Check, ranges: readonly string[]): void {
  if (ranges.length === 0) return required(check, rangesAt, 'must have a range');
  if (ranges.length > 2) return invalid(check, rangesAt, ranges, 'may have two ranges at most');
  for (const [position, range] of ranges.entries()) checkText(check, index(rangesAt, position), range, cidr);
  const families = ranges.map((range) => parseCidr(range)?.address.family);
  if (families.length === 2 && families[0] !== undefined && families[0] === families[1]) {
    invalid(check, rangesAt, ranges, 'may have one range of each family');
  }
}
