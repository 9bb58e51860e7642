import { dns1123Subdomain } from '../../formats/index.ts';
import type { HorizontalPodAutoscalerSpec as SpecOfV1 } from '../../schema/types/autoscaling-v1.ts';
import type { HorizontalPodAutoscalerSpec, MetricSpec } from '../../schema/types/autoscaling-v2.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateMetric } from './metric.ts';
import { validateScalingRules } from './scaling-rules.ts';
import { validateTarget } from './target.ts';

/** In version v1 there is one metric, in a field of its own; the server reads it as v2 would write it. */
interface Autoscaler {
  readonly spec?: HorizontalPodAutoscalerSpec & Pick<SpecOfV1, 'targetCPUUtilizationPercentage'>;
}

/** First version in which an autoscaler may scale to nothing by default. */
const zeroSince = 37;

export const horizontalPodAutoscalerValidation = defineKind<Autoscaler>({
  group: 'autoscaling',
  kind: 'HorizontalPodAutoscaler',
  rule: {
    id: 'valid-horizontal-pod-autoscaler',
    title: 'A HorizontalPodAutoscaler is one that the API server accepts.',
    fix: 'Name the target with its API group, keep 1 <= minReplicas <= maxReplicas, and give each metric the one source and target of its type.',
  },
  name: dns1123Subdomain,
  validate(check, { spec = {} }) {
    const at = child(undefined, 'spec');
    const old = (check.old as Autoscaler | undefined)?.spec;
    const { minReplicas = 1, maxReplicas = 0 } = spec;
    const least = check.minor >= zeroSince || old?.minReplicas === 0 ? 0 : 1;
    if (minReplicas < least) invalid(check, child(at, 'minReplicas'), minReplicas, `must be at least ${least}`);
    const maximumAt = child(at, 'maxReplicas');
    if (maxReplicas === 0) required(check, maximumAt, 'must be more than 0');
    else if (maxReplicas < 0) invalid(check, maximumAt, maxReplicas, 'must be at least 1');
    if (maxReplicas < minReplicas)
      invalid(check, maximumAt, maxReplicas, 'may not be less than minReplicas (left out, it is 1)');
    const target = spec.scaleTargetRef ?? {};
    const { apiVersion, kind } = old?.scaleTargetRef ?? {};
    validateTarget(check, target, child(at, 'scaleTargetRef'), {
      anyVersion: old !== undefined && apiVersion === target.apiVersion && kind === target.kind,
      coreGroup: target.kind === 'ReplicationController',
    });
    validateMetrics(check, metricsOf(spec), minReplicas, child(at, 'metrics'));
    for (const direction of ['scaleUp', 'scaleDown'] as const) {
      const rules = spec.behavior?.[direction];
      if (rules !== undefined) validateScalingRules(check, rules, child(at, 'behavior', direction));
    }
  },
});

function metricsOf(spec: NonNullable<Autoscaler['spec']>): readonly MetricSpec[] {
  const { metrics = [], targetCPUUtilizationPercentage: averageUtilization } = spec;
  if (averageUtilization === undefined) return metrics;
  return [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } }];
}

function validateMetrics(check: Check, metrics: readonly MetricSpec[], least: number, at: FieldPath): void {
  for (const [position, metric] of metrics.entries()) validateMetric(check, metric, index(at, position));
  if (least === 0 && !metrics.some(({ type }) => type === 'Object' || type === 'External')) {
    forbidden(check, at, 'must have an Object or External metric to scale to 0');
  }
}
