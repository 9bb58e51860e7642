import { GatewayClass, KubeObject, Namespace, defineComponent, podSecurityLabels } from 'keelson';
import { capability } from '../capabilities.ts';
import type { Outputs } from '../capabilities.ts';
import { componentLabels } from '../names.ts';
import { contributeListeners } from './listeners.ts';
import { proxies } from './proxies.ts';
import { addGateway } from './shared-gateway.ts';

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
    addGateway(scope, input, className, outputs);
  },
  contribute(scope, input) {
    contributeListeners(scope, input, outputs);
  },
});
