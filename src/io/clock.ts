import type { Clock } from '../kernel/index.ts';

// Bound at load: the determinism guard replaces `Date` while declarations run, the engine keeps the real one.
const now = Date.now;

export const systemClock: Clock = { now: () => now() };
