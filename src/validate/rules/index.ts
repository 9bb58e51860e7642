import type { Rule, RuleMetadata } from '../rule.ts';
import { accessRules } from './access/index.ts';
import { admissionRules } from './admission/index.ts';
import { fieldTypes } from './api-server/field-types.ts';
import { kindRules } from './api-server/kind-rules.ts';
import { knownFields } from './api-server/known-fields.ts';
import { knownKind } from './api-server/known-kind.ts';
import { removedApi } from './api-server/removed-api.ts';
import { schemaMissing } from './api-server/schema-missing.ts';
import { validCustomResource } from './api-server/valid-custom-resource.ts';
import { validMetadata } from './api-server/valid-metadata.ts';
import { deprecatedApi } from './life-cycle/deprecated-api.ts';
import { removedNext } from './life-cycle/removed-next.ts';
import { deliveryRules } from './delivery/index.ts';
import { exposureRules } from './exposure/index.ts';
import { identityRules } from './identity/index.ts';
import { podHardeningRules } from './pod-security/index.ts';
import { podSecurityRules } from './pss/index.ts';
import { referenceRules } from './reference/index.ts';
import { reliabilityRules } from './reliability/index.ts';
import { secretRules } from './secrets/index.ts';
import { suppressionRules } from './suppression/index.ts';
import { tenancyRules } from './tenancy/index.ts';
import { distUntouchedRule, knownVersionRule, readableRule, ruleCrashedRule, uniqueKeysRule } from './file-rules.ts';

/** Every rule of the package, in the order in which a reader wants to see what they find. */
export const builtInRules: readonly Rule[] = [
  knownKind,
  removedApi,
  schemaMissing,
  fieldTypes,
  knownFields,
  validMetadata,
  validCustomResource,
  ...kindRules,
  deprecatedApi,
  removedNext,
  ...identityRules,
  ...referenceRules,
  ...podSecurityRules,
  ...podHardeningRules,
  ...reliabilityRules,
  ...accessRules,
  ...secretRules,
  ...exposureRules,
  ...tenancyRules,
  ...deliveryRules,
  ...admissionRules,
  ...suppressionRules,
];

/** Always on: what cannot be read or crashed is never passed over. */
export const fileRules: readonly RuleMetadata[] = [
  readableRule,
  uniqueKeysRule,
  knownVersionRule,
  distUntouchedRule,
  ruleCrashedRule,
];
