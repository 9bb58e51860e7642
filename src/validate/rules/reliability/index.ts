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
import { minimumReplicas } from './minimum-replicas.ts';
import { threeReplicas } from './three-replicas.ts';
import { statedReplicas } from './stated-replicas.ts';
import { autoscaledReplicas } from './autoscaled-replicas.ts';
import { autoscalerMinimum } from './autoscaler-minimum.ts';
import { autoscalerThreeReplicas } from './autoscaler-three-replicas.ts';
import { autoscalerRange } from './autoscaler-range.ts';
import { autoscalerNeedsRequests } from './autoscaler-needs-requests.ts';
import { verticalAndHorizontal } from './vertical-and-horizontal.ts';
import { oneAutoscaler } from './one-autoscaler.ts';
import { budgetPresent } from './budget-present.ts';
import { budgetWithoutLimit } from './budget-without-limit.ts';
import { budgetAllowsDisruption } from './budget-allows-disruption.ts';
import { budgetBelowReplicas } from './budget-below-replicas.ts';
import { budgetUnhealthyPods } from './budget-unhealthy-pods.ts';
import { oneBudget } from './one-budget.ts';
import { sharedVolume } from './shared-volume.ts';
import { spreadReplicas } from './spread-replicas.ts';
import { topologySpread } from './topology-spread.ts';
import { antiAffinity } from './anti-affinity.ts';
import { spreadCountsOwnPods } from './spread-counts-own-pods.ts';
import { nodeAffinity } from './node-affinity.ts';
import { statefulOnSpot } from './stateful-on-spot.ts';
import { rollingUpdate } from './rolling-update.ts';
import { priorityClass } from './priority-class.ts';
import { dnsOptions } from './dns-options.ts';
import { nakedPods } from './naked-pods.ts';
import { gracePeriod } from './grace-period.ts';
import { distinctPorts } from './distinct-ports.ts';
import { portNames } from './port-names.ts';
import { jobTtl } from './job-ttl.ts';
import { jobDeadline } from './job-deadline.ts';
import { jobBackoffLimit } from './job-backoff-limit.ts';
import { cronJobDeadline } from './cron-job-deadline.ts';
import { cronJobShortDeadline } from './cron-job-short-deadline.ts';
import { cronJobOverlap } from './cron-job-overlap.ts';
import { requiredLabels } from './required-labels.ts';
import { requiredAnnotations } from './required-annotations.ts';
import { recommendedLabels } from './recommended-labels.ts';
import { instanceLabel } from './instance-label.ts';
import { useNamespace } from './use-namespace.ts';
import { sortedKeys } from './sorted-keys.ts';
import { fitsQuota } from './fits-quota.ts';
import { quotaRefusesPods } from './quota-refuses-pods.ts';
import { quotaDefaults } from './quota-defaults.ts';
import { documentedAlerts } from './documented-alerts.ts';
import { annotationSize } from './annotation-size.ts';
import { costLabels } from './cost-labels.ts';
import { deprecatedAnnotations } from './deprecated-annotations.ts';
import { deprecatedNodeLabels } from './deprecated-node-labels.ts';
import { deprecatedVolumes } from './deprecated-volumes.ts';

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
  minimumReplicas,
  threeReplicas,
  statedReplicas,
  autoscaledReplicas,
  autoscalerMinimum,
  autoscalerThreeReplicas,
  autoscalerRange,
  autoscalerNeedsRequests,
  verticalAndHorizontal,
  oneAutoscaler,
  budgetPresent,
  budgetWithoutLimit,
  budgetAllowsDisruption,
  budgetBelowReplicas,
  budgetUnhealthyPods,
  oneBudget,
  sharedVolume,
  spreadReplicas,
  topologySpread,
  antiAffinity,
  spreadCountsOwnPods,
  nodeAffinity,
  statefulOnSpot,
  rollingUpdate,
  priorityClass,
  dnsOptions,
  nakedPods,
  gracePeriod,
  distinctPorts,
  portNames,
  jobTtl,
  jobDeadline,
  jobBackoffLimit,
  cronJobDeadline,
  cronJobShortDeadline,
  cronJobOverlap,
  requiredLabels,
  requiredAnnotations,
  recommendedLabels,
  instanceLabel,
  useNamespace,
  sortedKeys,
  fitsQuota,
  quotaRefusesPods,
  quotaDefaults,
  documentedAlerts,
  annotationSize,
  costLabels,
  deprecatedAnnotations,
  deprecatedNodeLabels,
  deprecatedVolumes,
];
