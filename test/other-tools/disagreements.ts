import type { Disagreement } from './disagreement.ts';

/** Each with the reason why we judge otherwise. One that explains nothing any more fails the test. */
export const disagreements: readonly Disagreement[] = [];
