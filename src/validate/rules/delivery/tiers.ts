import type { Tier } from '../../../model/types.ts';

/** In a fleet always, for plain files only where `strict` asks: examples and foreign projects do without it. */
export const everyTier: readonly Tier[] = ['sandbox', 'ci', 'dev', 'pre-prod', 'prod', 'management'];
