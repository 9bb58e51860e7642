import {
  Certificate,
  Gateway,
  GatewayClass,
  HttpRoute,
  KubeObject,
  Namespace,
  defineComponent,
  podSecurityLabels,
} from 'keelson';
import type { ComponentInput } from 'keelson';
import { capability } from '../capabilities.ts';
import type { Outputs } from '../capabilities.ts';
import { componentLabels, key } from '../names.ts';
import { certificate } from './certificate.ts';
import { contributeListeners } from './listeners.ts';

const namespace = 'envoy-gateway-system';
const className = 'envoy';
const labels = componentLabels('gateway');

const outputs: Outputs<'gateway'> = {
  name: 'public',
  namespace,
  listenerSet: 'tenant',
  proxyLabels: {
    'app.kubernetes.io/component': 'proxy',
    'gateway.envoyproxy.io/owning-gateway-name': 'public',
  },
};

export default defineComponent({
  name: 'gateway',
  category: 'networking',
  description:
    'Ingress by the Gateway API: Envoy Gateway, the shared Gateway, and listeners with TLS for every tenant.',
  owner: 'platform-network',
  lifecycle: { stage: 'ga', since: '2026-02-02' },
  license: 'Apache-2.0',
  namespace,
  requires: [{ capability: 'certificates' }, { capability: 'priority-classes' }],
  provides: ['gateway'],
  // Gateway API v1.5.1 and Envoy Gateway's own kinds, both in the chart.
  crds: [
    ...[
      'BackendTLSPolicy',
      'GRPCRoute',
      'Gateway',
      'GatewayClass',
      'HTTPRoute',
      'ListenerSet',
      'ReferenceGrant',
      'TLSRoute',
    ].map((kind) => ({ group: 'gateway.networking.k8s.io', kind })),
    ...[
      'Backend',
      'BackendTrafficPolicy',
      'ClientTrafficPolicy',
      'EnvoyExtensionPolicy',
      'EnvoyPatchPolicy',
      'EnvoyProxy',
      'HTTPRouteFilter',
      'SecurityPolicy',
    ].map((kind) => ({ group: 'gateway.envoyproxy.io', kind })),
  ],
  outputs: () => ({ gateway: outputs }),
  charts: (input) => [
    {
      repository: 'docker.io/envoyproxy',
      chart: 'gateway-helm',
      version: 'v1.9.1',
      releaseName: 'envoy-gateway',
      values: {
        deployment: {
          replicas: 2,
          priorityClassName: capability(input, 'priority-classes').platform,
          envoyGateway: { resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } } },
        },
        podDisruptionBudget: { minAvailable: 1 },
      },
    },
  ],
  build(scope, input) {
    new Namespace(scope, 'namespace', {
      metadata: {
        name: namespace,
        labels: { ...labels, ...podSecurityLabels({ enforce: 'baseline' }) },
      },
    });
    new KubeObject(scope, 'proxies', {
      apiVersion: 'gateway.envoyproxy.io/v1alpha1',
      kind: 'EnvoyProxy',
      metadata: { name: className, namespace, labels },
      spec: proxies(input),
    });
    new GatewayClass(scope, 'class', {
      metadata: { name: className, labels },
      spec: {
        controllerName: 'gateway.envoyproxy.io/gatewayclass-controller',
        parametersRef: { group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', name: className, namespace },
      },
    });

    const domain = input.environment.domains.ingress;
    if (domain === undefined) throw new Error(`environment ${input.environment.name} has no domains.ingress to serve`);
    const secretName = 'wildcard-tls';
    new Certificate(scope, 'certificate', {
      metadata: { name: 'wildcard', namespace, labels },
      spec: certificate({
        secretName,
        issuer: capability(input, 'certificates').clusterIssuer,
        dnsNames: [`*.${domain}`],
      }),
    });
    new Gateway(scope, 'gateway', {
      metadata: { name: outputs.name, namespace, labels },
      spec: {
        gatewayClassName: className,
        // Tenants bring their own listeners, for their own hosts only: see listeners.ts.
        allowedListeners: {
          namespaces: { from: 'Selector', selector: { matchExpressions: [{ key: key.tenant, operator: 'Exists' }] } },
        },
        listeners: [
          { name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'Same' } } },
          {
            name: 'https',
            hostname: `*.${domain}`,
            port: 443,
            protocol: 'HTTPS',
            tls: { mode: 'Terminate', certificateRefs: [{ group: '', kind: 'Secret', name: secretName }] },
            // For what the platform itself shows, from the namespaces of its components.
            allowedRoutes: {
              namespaces: {
                from: 'Selector',
                selector: { matchExpressions: [{ key: key.component, operator: 'Exists' }] },
              },
            },
          },
        ],
      },
    });
    new HttpRoute(scope, 'redirect', {
      metadata: { name: 'https-redirect', namespace, labels },
      spec: {
        parentRefs: [
          {
            group: 'gateway.networking.k8s.io',
            kind: 'Gateway',
            name: outputs.name,
            namespace,
            sectionName: 'http',
          },
        ],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }],
          },
        ],
      },
    });
  },
  contribute(scope, input) {
    contributeListeners(scope, input, outputs);
  },
});

/** The data plane: Envoy pods and the load balancer in front of them. */
function proxies(input: ComponentInput) {
  const annotations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    aws: { 'service.beta.kubernetes.io/aws-load-balancer-type': 'nlb' },
    gcp: { 'cloud.google.com/l4-rbs': 'enabled' },
    openstack: { 'loadbalancer.openstack.org/keep-floatingip': 'true' },
  };
  return {
    provider: {
      type: 'Kubernetes',
      kubernetes: {
        envoyDeployment: {
          replicas: input.environment.tier === 'prod' ? 3 : 2,
          pod: { priorityClassName: capability(input, 'priority-classes').platform },
          container: { resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { memory: '1Gi' } } },
        },
        envoyPDB: { maxUnavailable: 1 },
        envoyService: {
          type: 'LoadBalancer',
          // The client's address survives, and no node forwards to another.
          externalTrafficPolicy: 'Local',
          annotations: annotations[input.cluster.provider.name] ?? {},
        },
      },
    },
  };
}
