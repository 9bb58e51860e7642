import type { Rule } from '../../rule.ts';
import { cpuRequests } from './cpu-requests.ts';
import { memoryRequests } from './memory-requests.ts';
import { memoryLimits } from './memory-limits.ts';
import { cpuLimits } from './cpu-limits.ts';
import { noCpuLimits } from './no-cpu-limits.ts';
import { ephemeralStorage } from './ephemeral-storage.ts';
import { cpuRequestsEqualLimits } from './cpu-requests-equal-limits.ts';
import { memoryRequestsEqualLimits } from './memory-requests-equal-limits.ts';
import { ephemeralStorageRequestsEqualLimits } from './ephemeral-storage-requests-equal-limits.ts';
import { limitRatio } from './limit-ratio.ts';
import { boundedEmptyDir } from './bounded-empty-dir.ts';
import { livenessProbe } from './liveness-probe.ts';
import { readinessProbe } from './readiness-probe.ts';
import { servedReadiness } from './served-readiness.ts';
import { distinctProbes } from './distinct-probes.ts';

export const reliabilityRules: readonly Rule[] = [
  cpuRequests,
  memoryRequests,
  memoryLimits,
  cpuLimits,
  noCpuLimits,
  ephemeralStorage,
  cpuRequestsEqualLimits,
  memoryRequestsEqualLimits,
  ephemeralStorageRequestsEqualLimits,
  limitRatio,
  boundedEmptyDir,
  livenessProbe,
  readinessProbe,
  servedReadiness,
  distinctProbes,
];
