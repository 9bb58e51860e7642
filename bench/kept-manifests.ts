import { emitYaml, readYamlFast } from '#src/yaml/index.ts';
import type { YamlMapping, YamlValue } from '#src/yaml/index.ts';
import { appManifests } from './manifests.ts';

/** The objects of `appManifests` with what `strict` asks for besides: sorted keys, labels, annotations, every field that a rule wants. */
export function keptManifests(index: number): readonly (readonly [kind: string, text: string])[] {
  return appManifests(index).map(([kind, text]) => {
    const [read] = readYamlFast(text) ?? [];
    return [kind, emitYaml(sorted(kept(kind, read as YamlMapping)))] as const;
  });
}

function kept(kind: string, object: YamlMapping): YamlValue {
  const metadata = object['metadata'] as YamlMapping;
  const name = metadata['name'] as string;
  const labels = {
    ...(metadata['labels'] as YamlMapping),
    owner: 'bench',
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/part-of': 'bench',
  };
  const whole = { ...object, metadata: { ...metadata, labels, annotations: { email: 'bench@example.com' } } };
  const spec = object['spec'] as YamlMapping | undefined;
  if (spec === undefined) return whole;
  switch (kind) {
    case 'deployment':
      return { ...whole, spec: deployment(spec, name) };
    case 'horizontalpodautoscaler':
      return { ...whole, spec: { ...spec, minReplicas: 3 } };
    case 'poddisruptionbudget':
      return { ...whole, spec: { ...spec, unhealthyPodEvictionPolicy: 'AlwaysAllow' } };
    default:
      return whole;
  }
}

function deployment(spec: YamlMapping, name: string): YamlValue {
  // The autoscaler's.
  const unscaled = Object.fromEntries(Object.entries(spec).filter(([key]) => key !== 'replicas'));
  const template = spec['template'] as YamlMapping;
  const pod = template['spec'] as YamlMapping;
  const [container] = pod['containers'] as readonly YamlMapping[];
  const amounts = { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '1Gi' };
  const own = { matchLabels: { 'app.kubernetes.io/name': name } };
  return {
    ...unscaled,
    template: {
      ...template,
      spec: {
        ...pod,
        priorityClassName: 'system-cluster-critical',
        dnsConfig: { options: [{ name: 'ndots', value: '2' }] },
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                { matchExpressions: [{ key: 'kubernetes.io/os', operator: 'In', values: ['linux'] }] },
              ],
            },
          },
          podAntiAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [
              { weight: 100, podAffinityTerm: { labelSelector: own, topologyKey: 'kubernetes.io/hostname' } },
            ],
          },
        },
        securityContext: { ...(pod['securityContext'] as YamlMapping), runAsUser: 10_001, runAsGroup: 10_001 },
        containers: [{ ...container, imagePullPolicy: 'Always', resources: { requests: amounts, limits: amounts } }],
        volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
      },
    },
  };
}

function sorted(value: YamlValue): YamlValue {
  if (Array.isArray(value)) return value.map((item: YamlValue) => sorted(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as YamlMapping).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}
