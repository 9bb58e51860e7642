import type { ResourceClaim } from '../../schema/types/resource-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchanged } from '../same-value.ts';
import { withRequestDefaults } from './request-defaults.ts';
import { validateResourceClaimSpec } from './device-claim.ts';

const spec = child(undefined, 'spec');

export const resourceClaimValidation = defineKind<ResourceClaim>({
  group: 'resource.k8s.io',
  kind: 'ResourceClaim',
  versions: ['v1', 'v1beta2'],
  rule: {
    id: 'valid-resource-claim',
    title: 'A ResourceClaim is one that the API server accepts.',
    fix: 'Give each request a name of its own and a device class, and refer to requests of the same claim only.',
  },
  name: dns1123Subdomain,
  validate(check, claim) {
    // A stored claim keeps its spec: newer servers do not judge it again.
    if (check.old === undefined || check.minor < 35) validateResourceClaimSpec(check, claim.spec, spec);
  },
  validateUpdate(check, claim, old) {
    checkUnchanged(check, spec, withRequestDefaults(claim.spec), withRequestDefaults(old.spec));
  },
});
