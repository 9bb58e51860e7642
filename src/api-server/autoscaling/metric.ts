import { dns1123Label, parseQuantity, pathSegmentName } from '../../formats/index.ts';
import type { MetricIdentifier, MetricSpec, MetricTarget } from '../../schema/types/autoscaling-v2.ts';
import { forbidden, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { validateContainerResourceName } from '../core/resources.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkRequiredText, isUnset } from '../text-field.ts';
import { validateTarget } from './target.ts';

/** In the order of the server, which looks into the first source that is there and no other. */
const sources = ['object', 'external', 'pods', 'resource', 'containerResource'] as const;
const types: Readonly<Record<string, (typeof sources)[number]>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};

export function validateMetric(check: Check, metric: MetricSpec, at: FieldPath): void {
  const { type = '' } = metric;
  const given = sources.filter((source) => metric[source] !== undefined);
  const expected = Object.hasOwn(types, type) ? types[type] : undefined;
  if (expected === undefined) {
    if (type === '') required(check, child(at, 'type'));
    notSupported(check, child(at, 'type'), type, Object.keys(types));
  } else if (!given.includes(expected)) required(check, child(at, expected), `must be set for ${type}`);
  const [first] = given;
  if (first !== undefined) validateSource(check, metric, first, child(at, first));
  if (given.length === 1) return;
  for (const source of given.filter((one) => one !== expected)) {
    forbidden(check, child(at, source), 'may not be set: a metric has one source');
  }
}

function validateSource(check: Check, metric: MetricSpec, source: (typeof sources)[number], at: FieldPath): void {
  const target = metric[source]?.target ?? {};
  const targetAt = child(at, 'target');
  const { value, averageValue, averageUtilization } = target;
  if (source === 'object') {
    validateTarget(check, metric.object?.describedObject ?? {}, child(at, 'describedObject'), { coreGroup: true });
  }
  if (source === 'object' || source === 'external' || source === 'pods') {
    validateIdentifier(check, metric[source]?.metric ?? {}, child(at, 'metric'));
  } else {
    validateResource(check, metric, source, at);
    const utilizationAt = child(targetAt, 'averageUtilization');
    if (averageUtilization === undefined && averageValue === undefined)
      required(check, utilizationAt, 'must be set, or averageValue');
    if (averageUtilization !== undefined && averageValue !== undefined) {
      forbidden(check, child(targetAt, 'averageValue'), 'may not be set beside averageUtilization');
    }
  }
  validateMetricTarget(check, target, targetAt);
  const averageAt = child(targetAt, 'averageValue');
  if (source === 'pods' && averageValue === undefined) required(check, averageAt);
  if (source !== 'object' && source !== 'external') return;
  if (value === undefined && averageValue === undefined) required(check, averageAt, 'must be set, or value');
  if (source === 'external' && value !== undefined && averageValue !== undefined) {
    forbidden(check, child(targetAt, 'value'), 'may not be set beside averageValue');
  }
}

function validateResource(
  check: Check,
  metric: MetricSpec,
  source: 'resource' | 'containerResource',
  at: FieldPath,
): void {
  const name = metric[source]?.name;
  if (isUnset(name)) required(check, child(at, 'name'));
  if (source === 'resource') return;
  if (!isUnset(name)) validateContainerResourceName(check, name, child(at, 'name'));
  checkRequiredText(check, child(at, 'container'), metric.containerResource?.container, dns1123Label);
}

function validateIdentifier(check: Check, { name }: MetricIdentifier, at: FieldPath): void {
  checkRequiredText(check, child(at, 'name'), name, pathSegmentName);
}

function validateMetricTarget(check: Check, target: MetricTarget, at: FieldPath): void {
  const { type = '', averageUtilization } = target;
  if (type === '') required(check, child(at, 'type'));
  if (!['Utilization', 'Value', 'AverageValue'].includes(type)) {
    invalid(check, child(at, 'type'), type, 'must be Utilization, Value or AverageValue');
  }
  for (const name of ['value', 'averageValue'] as const) {
    const amount = target[name];
    const quantity = amount === undefined ? undefined : parseQuantity(amount);
    if (quantity !== undefined && quantity.nano <= 0n) invalid(check, child(at, name), amount, 'must be more than 0');
  }
  if (averageUtilization !== undefined && averageUtilization < 1) {
    invalid(check, child(at, 'averageUtilization'), averageUtilization, 'must be more than 0');
  }
}
