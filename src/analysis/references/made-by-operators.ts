import type { SetObject } from '../set-object.ts';
import { mappingOf, memberOf, textOf } from '../loose.ts';
import type { Made, Port } from './present.ts';

/** `*` stands for the name of the custom resource. */
interface Pattern {
  readonly kind: string;
  readonly name: string;
  readonly ports?: readonly Port[];
}

/** Names that operators give what they make, by the kind of their custom resource. Keys of Secrets are the operator's. */
const patterns: Readonly<Record<string, readonly Pattern[]>> = {
  'postgresql.cnpg.io/Cluster': [
    ...['*-rw', '*-ro', '*-r'].map((name) => ({ kind: '/Service', name, ports: ['postgres', 5432] })),
    ...['*-app', '*-superuser', '*-ca', '*-server', '*-replication'].map((name) => ({ kind: '/Secret', name })),
  ],
  'acid.zalan.do/postgresql': [
    { kind: '/Service', name: '*' },
    { kind: '/Service', name: '*-repl' },
  ],
  'kafka.strimzi.io/Kafka': [
    { kind: '/Service', name: '*-kafka-bootstrap' },
    { kind: '/Service', name: '*-kafka-brokers' },
    ...['*-cluster-ca-cert', '*-clients-ca-cert'].map((name) => ({ kind: '/Secret', name })),
  ],
  'kafka.strimzi.io/KafkaUser': [{ kind: '/Secret', name: '*' }],
  'rabbitmq.com/RabbitmqCluster': [
    { kind: '/Service', name: '*' },
    { kind: '/Secret', name: '*-default-user' },
  ],
  'elasticsearch.k8s.elastic.co/Elasticsearch': [
    { kind: '/Service', name: '*-es-http', ports: ['https', 9200] },
    ...['*-es-elastic-user', '*-es-http-certs-public', '*-es-http-certs-internal'].map((name) => ({
      kind: '/Secret',
      name,
    })),
  ],
  'kibana.k8s.elastic.co/Kibana': [{ kind: '/Service', name: '*-kb-http', ports: ['https', 5601] }],
  'onepassword.com/OnePasswordItem': [{ kind: '/Secret', name: '*' }],
  'serving.knative.dev/Service': [{ kind: '/Service', name: '*' }],
  'secretgenerator.mittwald.de/StringSecret': [{ kind: '/Secret', name: '*' }],
};

export function madeByPattern({ ref }: SetObject): readonly Made[] {
  const own = patterns[`${ref.group}/${ref.kind}`] ?? [];
  return own.map(({ kind, name, ports }) => ({
    kind,
    namespace: ref.namespace,
    name: name.replace('*', ref.name),
    ports,
  }));
}

export const patternKinds: readonly string[] = Object.keys(patterns);

const operated: Readonly<Record<string, { readonly service: string; readonly ports: readonly Port[] }>> = {
  Prometheus: { service: 'prometheus-operated', ports: ['web', 9090, 'grpc', 10_901] },
  Alertmanager: { service: 'alertmanager-operated', ports: ['web', 9093, 'tcp-mesh', 'udp-mesh', 9094] },
  ThanosRuler: { service: 'thanos-ruler-operated', ports: ['web', 'grpc', 10_902, 10_901] },
};

/** The Prometheus operator: one governing Service for all of a kind, a StatefulSet and pods with labels of its own. */
export function madeByPrometheusOperator({ ref, object }: SetObject): readonly Made[] {
  const known = operated[ref.kind];
  if (known === undefined) return [];
  const tool = ref.kind === 'ThanosRuler' ? 'thanos-ruler' : ref.kind.toLowerCase();
  const labels: Record<string, string> = {
    'app.kubernetes.io/name': tool,
    'app.kubernetes.io/managed-by': 'prometheus-operator',
    'app.kubernetes.io/instance': ref.name,
    [tool]: ref.name,
  };
  for (const [key, value] of Object.entries(mappingOf(object, 'spec', 'podMetadata', 'labels')))
    if (typeof value === 'string') labels[key] = value;
  const { namespace } = ref;
  return [
    { kind: '/Service', namespace, name: known.service, ports: known.ports, labels: { 'operated-prometheus': 'true' } },
    { kind: 'apps/StatefulSet', namespace, name: `${tool}-${ref.name}`, labels },
    { kind: '/Pod', namespace, labels, ports: known.ports },
  ];
}

/** KEDA makes the autoscaler of what it scales. */
export function madeByKeda({ ref, object }: SetObject): readonly Made[] {
  const name = textOf(object, 'spec', 'advanced', 'horizontalPodAutoscalerConfig', 'name') ?? `keda-hpa-${ref.name}`;
  return [{ kind: 'autoscaling/HorizontalPodAutoscaler', namespace: ref.namespace, name }];
}

/** Proxies of a Gateway. Where they run is up to the implementation: beside the Gateway, or in a namespace of its own. */
export function madeFromGateway({ ref, object }: SetObject): readonly Made[] {
  const className = textOf(object, 'spec', 'gatewayClassName') ?? '';
  const { namespace = '', name } = ref;
  return [
    { kind: '/Pod', labels: { 'gateway.networking.k8s.io/gateway-name': name } },
    {
      kind: '/Pod',
      labels: {
        'app.kubernetes.io/name': 'envoy',
        'app.kubernetes.io/component': 'proxy',
        'app.kubernetes.io/managed-by': 'envoy-gateway',
        'gateway.envoyproxy.io/owning-gateway-name': name,
        'gateway.envoyproxy.io/owning-gateway-namespace': namespace,
      },
    },
    ...['/Service', 'apps/Deployment'].map((kind) => ({
      kind,
      namespace: ref.namespace,
      name: `${name}-${className}`,
    })),
  ];
}

/** Definitions that are made from templates of definitions. */
export function madeDefinitions({ ref, object }: SetObject): readonly Made[] {
  const kind =
    ref.group === 'templates.gatekeeper.sh'
      ? memberOf(object, 'spec', 'crd', 'spec', 'names', 'kind')
      : memberOf(object, 'spec', 'names', 'kind');
  const group = ref.group === 'templates.gatekeeper.sh' ? 'constraints.gatekeeper.sh' : textOf(object, 'spec', 'group');
  if (typeof kind !== 'string' || group === undefined) return [];
  const claimed = textOf(object, 'spec', 'claimNames', 'kind');
  return [kind, ...(claimed === undefined ? [] : [claimed])].map((made) => ({
    kind: 'definition',
    name: `${group}/${made}`,
  }));
}
