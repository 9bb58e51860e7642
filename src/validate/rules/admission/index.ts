import type { Rule } from '../../rule.ts';

export const admissionRules: readonly Rule[] = [];
