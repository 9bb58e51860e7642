import type { ObjectRule, RuleMetadata } from '../rule.ts';
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
import { podSecurityRules } from './pss/index.ts';
import { knownVersionRule, readableRule, ruleCrashedRule, uniqueKeysRule } from './file-rules.ts';

/** Every rule that looks at objects, in the order in which a reader wants to see what they find. */
export const objectRules: readonly ObjectRule[] = [
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
  ...podSecurityRules,
];

/** Always on: what cannot be read or crashed is never passed over. */
export const fileRules: readonly RuleMetadata[] = [readableRule, uniqueKeysRule, knownVersionRule, ruleCrashedRule];
