import type { Disagreement } from './disagreement.ts';

/** Where our verdict differs from kube-score's, and why. One that explains nothing any more fails the run. */
export const kubeScoreDisagreements: readonly Disagreement[] = [];
