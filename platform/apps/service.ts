import {
  Deployment,
  HorizontalPodAutoscaler,
  PodDisruptionBudget,
  Service,
  ServiceAccount,
  ServiceMonitor,
  defineAppKind,
  restrictedPod,
} from 'keelson';
import { appLabels, containerOf, podOf, selectorLabels, spread } from '../workload/pods.ts';
import { addRoute } from '../workload/route.ts';
import { serviceSchema } from '../workload/service-schema.ts';

/** An HTTP service: Deployment, Service, autoscaler, disruption budget, route with TLS, ServiceMonitor. */
export default defineAppKind({
  name: 'service',
  description: 'An HTTP service that scales with load, reachable at a host of its own when it has a `route`.',
  requires: [{ capability: 'gateway' }, { capability: 'metrics' }, { capability: 'priority-classes' }],
  schema: serviceSchema,
  build(scope, input) {
    const { app } = input;
    const { spec } = app;
    const metadata = { name: app.name, namespace: app.namespace, labels: appLabels(input) };
    const selector = selectorLabels(app);

    new ServiceAccount(scope, 'service-account', { metadata, automountServiceAccountToken: false });
    new Deployment(scope, 'deployment', {
      metadata,
      spec: {
        // No `replicas`: the autoscaler's.
        selector: { matchLabels: selector },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
        revisionHistoryLimit: 5,
        template: {
          metadata: { labels: appLabels(input) },
          spec: restrictedPod({
            ...podOf(input, spec),
            terminationGracePeriodSeconds: 45,
            topologySpreadConstraints: spread(app),
            containers: [
              {
                ...containerOf(input, spec),
                ports: [
                  { name: 'http', containerPort: spec.port, protocol: 'TCP' },
                  ...(spec.metrics === undefined
                    ? []
                    : [{ name: 'metrics', containerPort: spec.metrics.port, protocol: 'TCP' as const }]),
                ],
                startupProbe: {
                  httpGet: { path: spec.health.live, port: 'http' },
                  periodSeconds: 2,
                  failureThreshold: 60,
                },
                livenessProbe: {
                  httpGet: { path: spec.health.live, port: 'http' },
                  periodSeconds: 10,
                  timeoutSeconds: 3,
                },
                readinessProbe: {
                  httpGet: { path: spec.health.ready, port: 'http' },
                  periodSeconds: 5,
                  timeoutSeconds: 3,
                },
                // The gateway needs a moment to hear that the pod is going.
                lifecycle: { preStop: { sleep: { seconds: 10 } } },
              },
            ],
          }),
        },
      },
    });
    new HorizontalPodAutoscaler(scope, 'autoscaler', {
      metadata,
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: app.name },
        minReplicas: spec.replicas.min,
        maxReplicas: spec.replicas.max,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: spec.replicas.cpu } },
          },
        ],
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
    new Service(scope, 'service', {
      metadata,
      spec: {
        type: 'ClusterIP',
        selector,
        ports: [
          { name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' },
          ...(spec.metrics === undefined
            ? []
            : [{ name: 'metrics', port: spec.metrics.port, targetPort: 'metrics', protocol: 'TCP' as const }]),
        ],
      },
    });
    if (spec.metrics !== undefined) {
      new ServiceMonitor(scope, 'monitor', {
        metadata,
        spec: {
          selector: { matchLabels: selector },
          endpoints: [{ port: 'metrics', path: spec.metrics.path, interval: '30s' }],
        },
      });
    }
    if (spec.route !== undefined) addRoute(scope, metadata, input, spec.route);
  },
});
