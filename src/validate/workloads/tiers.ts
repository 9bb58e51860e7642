import type { Tier } from '../../model/types.ts';

/** In a fleet everywhere; of plain files, which may be somebody's example, only `strict` asks it. */
export const everyTier: readonly Tier[] = ['sandbox', 'ci', 'dev', 'pre-prod', 'prod', 'management'];

/** Where people notice when a pod is missing, and where that is rehearsed. */
export const servingTiers: readonly Tier[] = ['pre-prod', 'prod'];
