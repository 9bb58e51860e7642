import type { Rule } from '../../rule.ts';
import { admissionPolicyRule } from './admission-policy.ts';
import { admissionPolicyUnbound } from './admission-policy-unbound.ts';

export const admissionRules: readonly Rule[] = [admissionPolicyRule, admissionPolicyUnbound];
