import type { Rule } from '../../rule.ts';

export const exposureRules: readonly Rule[] = [];
