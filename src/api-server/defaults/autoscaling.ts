import type { FillType } from './fill-type.ts';
import { fill, isMembers, madeAt } from './members.ts';

const every15s = { periodSeconds: 15 };

const growing = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, ...every15s },
    { type: 'Percent', value: 100, ...every15s },
  ],
};

const shrinking = { selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, ...every15s }] };

const processor = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
};

export const ofAutoscaling: Readonly<Record<string, FillType>> = {
  'autoscaling.v2.HorizontalPodAutoscalerSpec': (spec) => {
    fill(spec, { minReplicas: 1, metrics: [processor] });
    const { behavior } = spec;
    if (!isMembers(behavior)) return;
    fill(madeAt(behavior, 'scaleUp'), growing);
    fill(madeAt(behavior, 'scaleDown'), shrinking);
  },
  'autoscaling.v1.HorizontalPodAutoscalerSpec': (spec) => fill(spec, { minReplicas: 1 }),
};
