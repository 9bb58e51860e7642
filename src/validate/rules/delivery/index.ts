import type { Rule } from '../../rule.ts';

export const deliveryRules: readonly Rule[] = [];
