import type { KindValidation } from '../kind-validation.ts';
import { deviceClassValidation } from './device-class.ts';
import { deviceTaintRuleValidation } from './device-taint-rule.ts';
import { resourceClaimTemplateValidation } from './resource-claim-template.ts';
import { resourceClaimValidation } from './resource-claim.ts';
import { resourceSliceValidation } from './resource-slice.ts';

export const resourceKinds: readonly KindValidation[] = [
  deviceClassValidation,
  deviceTaintRuleValidation,
  resourceClaimValidation,
  resourceClaimTemplateValidation,
  resourceSliceValidation,
];
