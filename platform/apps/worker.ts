import { Deployment, PodDisruptionBudget, PodMonitor, ServiceAccount, defineAppKind, restrictedPod, z } from 'keelson';
import { env, metrics, priority, resources, secrets } from '../workload/fields.ts';
import { appLabels, containerOf, podOf, selectorLabels, spread } from '../workload/pods.ts';

const schema = z.strictObject({
  replicas: z.int().min(1).default(2).describe('pods, always as many'),
  resources: resources.default({ cpu: '100m', memory: '256Mi' }),
  command: z.array(z.string()).optional().describe("instead of the image's entry point"),
  args: z.array(z.string()).optional().describe('its arguments'),
  live: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('command that ends with 0 unless the pod should be restarted; left out: its process alone counts'),
  drain: z.int().min(1).max(600).default(60).describe('seconds to finish the work in hand when the pod is stopped'),
  metrics,
  env,
  secrets,
  priority: priority.default('standard'),
});

/** Takes work from a queue or a stream, and serves nothing: Deployment, disruption budget, PodMonitor. */
export default defineAppKind({
  name: 'worker',
  description: 'A process that works through a queue or a stream and serves nothing.',
  requires: [{ capability: 'metrics' }, { capability: 'priority-classes' }],
  schema,
  build(scope, input) {
    const { app } = input;
    const { spec } = app;
    const metadata = { name: app.name, namespace: app.namespace, labels: appLabels(input) };
    const selector = selectorLabels(app);

    new ServiceAccount(scope, 'service-account', { metadata, automountServiceAccountToken: false });
    new Deployment(scope, 'deployment', {
      metadata,
      spec: {
        replicas: spec.replicas,
        selector: { matchLabels: selector },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        revisionHistoryLimit: 5,
        template: {
          metadata: { labels: appLabels(input) },
          spec: restrictedPod({
            ...podOf(input, spec),
            terminationGracePeriodSeconds: spec.drain,
            topologySpreadConstraints: spread(app),
            containers: [
              {
                ...containerOf(input, spec),
                ...(spec.command === undefined ? {} : { command: spec.command }),
                ...(spec.args === undefined ? {} : { args: spec.args }),
                ...(spec.metrics === undefined
                  ? {}
                  : { ports: [{ name: 'metrics', containerPort: spec.metrics.port, protocol: 'TCP' as const }] }),
                ...(spec.live === undefined
                  ? {}
                  : { livenessProbe: { exec: { command: spec.live }, periodSeconds: 30, timeoutSeconds: 10 } }),
              },
            ],
          }),
        },
      },
    });
    new PodDisruptionBudget(scope, 'disruption-budget', {
      metadata,
      spec: {
        selector: { matchLabels: selector },
        maxUnavailable: 1,
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    });
    if (spec.metrics !== undefined) {
      new PodMonitor(scope, 'monitor', {
        metadata,
        spec: {
          selector: { matchLabels: selector },
          podMetricsEndpoints: [{ port: 'metrics', path: spec.metrics.path, interval: '30s' }],
        },
      });
    }
  },
});
