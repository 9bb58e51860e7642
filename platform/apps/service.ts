import {
  Deployment,
  HorizontalPodAutoscaler,
  HttpRoute,
  PodDisruptionBudget,
  Service,
  ServiceAccount,
  ServiceMonitor,
  defineAppKind,
  restrictedPod,
  z,
} from 'keelson';
import { capability } from '../capabilities.ts';
import {
  appLabels,
  containerOf,
  env,
  metrics,
  podOf,
  priority,
  resources,
  secrets,
  selectorLabels,
  spread,
} from '../workload.ts';

const replicas = z
  .strictObject({
    min: z.int().min(1).describe('pods at rest; 2 or more survive the loss of a node'),
    max: z.int().min(1).describe('pods under load'),
    cpu: z.int().min(10).max(95).default(70).describe('percent of the CPU request that the autoscaler aims at'),
  })
  .refine(({ min, max }) => min <= max)
  .describe('how many pods: `min` at most `max`');

const schema = z.strictObject({
  port: z.int().min(1024).max(65_535).default(8080).describe('port that the container listens on for HTTP'),
  replicas: replicas.default({ min: 2, max: 4, cpu: 70 }),
  resources: resources.default({ cpu: '100m', memory: '128Mi' }),
  health: z
    .strictObject({
      ready: z.string().startsWith('/').describe('path that answers 200 when the pod may get traffic'),
      live: z.string().startsWith('/').describe('path that answers 200 unless the pod should be restarted'),
    })
    .default({ ready: '/health/ready', live: '/health/live' }),
  route: z
    .strictObject({
      hosts: z.array(z.string()).default([]).describe("further hosts; each one of the tenant's `domains`"),
      paths: z.array(z.string().startsWith('/')).min(1).default(['/']).describe('path prefixes that come here'),
      timeout: z
        .string()
        .regex(/^[1-9]\d*(?:ms|s|m)$/)
        .default('30s')
        .describe('longest time for a request: "30s"'),
    })
    .optional()
    .describe('how the world reaches it, at <app>.<tenant>.<domain> and `hosts`; left out: only from inside'),
  metrics,
  env,
  secrets,
  priority: priority.default('standard'),
});

/** An HTTP service: Deployment, Service, autoscaler, disruption budget, route with TLS, ServiceMonitor. */
export default defineAppKind({
  name: 'service',
  description: 'An HTTP service that scales with load, reachable at a host of its own when it has a `route`.',
  requires: [{ capability: 'gateway' }, { capability: 'metrics' }, { capability: 'priority-classes' }],
  schema,
  build(scope, input) {
    const { app, tenant, environment } = input;
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
    if (spec.route !== undefined) {
      const domain = environment.domains.ingress;
      if (domain === undefined) throw new Error(`environment ${environment.name} has no domains.ingress for a route`);
      new HttpRoute(scope, 'route', {
        metadata,
        spec: {
          // TLS ends at the tenant's listeners, which take routes of this namespace only.
          parentRefs: [
            {
              group: 'gateway.networking.k8s.io',
              kind: 'ListenerSet',
              name: capability(input, 'gateway').listenerSet,
            },
          ],
          hostnames: [`${app.name}.${tenant.name}.${domain}`, ...served(spec.route.hosts, tenant.domains)],
          rules: [
            {
              matches: spec.route.paths.map((value) => ({ path: { type: 'PathPrefix', value } })),
              backendRefs: [{ group: '', kind: 'Service', name: app.name, port: 80, weight: 1 }],
              timeouts: { request: spec.route.timeout },
            },
          ],
        },
      });
    }
  },
});

/** Of the hosts that the app names, those that its tenant has in this environment: a domain may be production's alone. */
function served(hosts: readonly string[], domains: readonly { readonly host: string }[]): readonly string[] {
  return hosts.filter((host) => domains.some((domain) => domain.host === host));
}
