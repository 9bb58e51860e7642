import type { ObjectRule, RuleMetadata } from '../rule.ts';
import { fieldTypes } from './api-server/field-types.ts';
import { knownFields } from './api-server/known-fields.ts';
import { readableRule, ruleCrashedRule, uniqueKeysRule } from './file-rules.ts';

/** Every rule that looks at objects, in the order in which a reader wants to see what they find. */
export const objectRules: readonly ObjectRule[] = [fieldTypes, knownFields];

/** Always on: what cannot be read or crashed is never passed over. */
export const fileRules: readonly RuleMetadata[] = [readableRule, uniqueKeysRule, ruleCrashedRule];
