import type { ApiServer } from './api-server.ts';

/** What came out of one proof on one server. */
export interface Proved {
  readonly name: string;
  /** Comparisons that agreed. */
  readonly passed: number;
  /** One line for each disagreement that counts as a failure. */
  readonly failed: readonly string[];
  /** Counts and the like, printed in any case. */
  readonly notes: readonly string[];
}

export type Proof = (server: ApiServer, seed: number) => Promise<Proved>;
