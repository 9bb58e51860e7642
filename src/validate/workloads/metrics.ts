import { memberOf } from '../../analysis/index.ts';
import type { SetObject } from '../../analysis/index.ts';
import { listAt, numberAt, textAt } from './raw.ts';

/** A metric of a scaler that is about CPU or memory of the pods themselves. */
export interface PodMetric {
  readonly resource: string;
  /** As a share of what is requested; otherwise as an amount. */
  readonly isShare: boolean;
  /** Undefined: of all containers. */
  readonly container: string | undefined;
  readonly pointer: string;
}

export function podMetricsOf({ ref, object }: SetObject): readonly PodMetric[] {
  if (ref.kind === 'ScaledObject') return triggersOf(object);
  const metrics = listAt(object, 'spec', 'metrics');
  // With no metric at all the server takes 80 % of the requested CPU.
  if (metrics.length === 0) {
    const written = numberAt(object, 'spec', 'targetCPUUtilizationPercentage') !== undefined;
    const pointer = written ? '/spec/targetCPUUtilizationPercentage' : '/spec/metrics';
    return [{ resource: 'cpu', isShare: true, container: undefined, pointer }];
  }
  return metrics.flatMap((metric, position) => {
    const type = textAt(metric, 'type');
    const key = type === 'Resource' ? 'resource' : type === 'ContainerResource' ? 'containerResource' : undefined;
    if (key === undefined) return [];
    const source = memberOf(metric, key);
    // In v2beta1 the target is a field of its own.
    const isShare =
      textAt(source, 'target', 'type') === 'Utilization' || numberAt(source, 'targetAverageUtilization') !== undefined;
    return [
      {
        resource: textAt(source, 'name') ?? '',
        isShare,
        container: textAt(source, 'container'),
        pointer: `/spec/metrics/${position}/${key}`,
      },
    ];
  });
}

function triggersOf(object: unknown): readonly PodMetric[] {
  return listAt(object, 'spec', 'triggers').flatMap((trigger, position) => {
    const resource = textAt(trigger, 'type');
    if (resource !== 'cpu' && resource !== 'memory') return [];
    const kind = textAt(trigger, 'metricType') ?? textAt(trigger, 'metadata', 'type');
    const container = textAt(trigger, 'metadata', 'containerName');
    return [{ resource, isShare: kind === 'Utilization', container, pointer: `/spec/triggers/${position}` }];
  });
}
