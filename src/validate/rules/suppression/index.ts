import type { Rule } from '../../rule.ts';
import { suppressionAnnotation } from './suppression-annotation.ts';

/** Rules about what keeps other rules quiet. */
export const suppressionRules: readonly Rule[] = [suppressionAnnotation];
