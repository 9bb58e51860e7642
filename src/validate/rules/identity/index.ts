import type { Rule } from '../../rule.ts';
import { definitionOwner } from './definition-owner.ts';
import { uniqueObject } from './unique-object.ts';

export const identityRules: readonly Rule[] = [uniqueObject, definitionOwner];
