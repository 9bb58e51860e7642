import type { MadePod } from './secured-pods.ts';

export interface WrappedPod {
  readonly apiVersion: string;
  readonly kind: string;
  readonly object: object;
}

const labels = { app: 'wrapped' };

/** The pod as the template of every kind of workload. */
export function wrapped({ metadata, spec }: MadePod): readonly WrappedPod[] {
  const template = { metadata: { ...metadata, labels }, spec };
  const finite = { ...template, spec: { ...spec, restartPolicy: 'Never' } };
  const selector = { matchLabels: labels };
  return [
    wrap('v1', 'PodTemplate', { template }),
    wrap('v1', 'ReplicationController', { spec: { selector: labels, template } }),
    wrap('apps/v1', 'Deployment', { spec: { selector, template } }),
    wrap('apps/v1', 'ReplicaSet', { spec: { selector, template } }),
    wrap('apps/v1', 'StatefulSet', { spec: { selector, serviceName: 'wrapped', template } }),
    wrap('apps/v1', 'DaemonSet', { spec: { selector, template } }),
    wrap('batch/v1', 'Job', { spec: { template: finite } }),
    wrap('batch/v1', 'CronJob', {
      spec: { schedule: '0 4 * * *', jobTemplate: { spec: { template: finite } } },
    }),
  ];
}

export function wrap(apiVersion: string, kind: string, fields: object): WrappedPod {
  return { apiVersion, kind, object: { apiVersion, kind, metadata: { name: 'wrapped' }, ...fields } };
}
