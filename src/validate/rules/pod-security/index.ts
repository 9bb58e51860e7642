import type { Rule } from '../../rule.ts';

export const podHardeningRules: readonly Rule[] = [];
