import { casesOf } from '../case.ts';
import { clusterScoped, cronJob, deployment, job, object, pod, service, statefulSet } from '../objects.ts';

const selector = { matchLabels: { app: 'checkout' } };
const budget = (spec: object) =>
  object('policy/v1', 'PodDisruptionBudget', 'checkout', {
    spec: { selector, unhealthyPodEvictionPolicy: 'AlwaysAllow', ...spec },
  });
const scaler = (minReplicas?: number) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', 'checkout', {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' },
      ...(minReplicas === undefined ? {} : { minReplicas }),
      maxReplicas: 9,
    },
  });
const apart = (term: object) => ({
  affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
});
const onNodes = {
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'pool', operator: 'In', values: ['web'] }] }],
      },
    },
  },
};
const resources = (requests: object, limits: object) => deployment({ container: { resources: { requests, limits } } });
const both = { cpu: '100m', memory: '128Mi' };
const probe = (name: string, port: number | string, declared: object = { containerPort: 8080 }) =>
  deployment({ container: { ports: [declared], [name]: { httpGet: { path: '/', port } } } });
const probes = [
  ['liveness-port', 'livenessProbe'],
  ['readiness-port', 'readinessProbe'],
  ['startup-port', 'startupProbe'],
] as const;

export const reliabilityCases = [
  ...casesOf('kube-linter/unset-cpu-requirements', {
    fires: {
      'no request': resources({ memory: '1Gi' }, both),
      none: deployment({ container: { resources: undefined } }),
    },
    passes: { both: resources(both, both), 'no workload': service() },
  }),
  ...casesOf('kube-linter/unset-memory-requirements', {
    fires: { 'no request': resources({ cpu: '1' }, both), 'no limit': resources(both, { cpu: '1' }) },
    passes: { both: resources(both, both) },
  }),
  ...casesOf('kube-linter/no-liveness-probe', {
    fires: {
      none: deployment({ container: { livenessProbe: undefined } }),
      'in a set': statefulSet({ container: { livenessProbe: undefined } }),
    },
    passes: { probed: deployment() },
  }),
  ...casesOf('kube-linter/no-readiness-probe', {
    fires: {
      none: deployment({ container: { readinessProbe: undefined } }),
      'in a set': statefulSet({ container: { readinessProbe: undefined } }),
    },
    passes: { probed: deployment() },
  }),
  ...probes.flatMap(([check, field]) =>
    casesOf(`kube-linter/${check}`, {
      fires: { 'another number': probe(field, 9090), 'another name': probe(field, 'metrics') },
      passes: {
        number: probe(field, 8080),
        name: probe(field, 'http', { name: 'http', containerPort: 8080 }),
        exec: deployment({ container: { [field]: { exec: { command: ['true'] } } } }),
      },
    }),
  ),
  ...casesOf('kube-linter/minimum-three-replicas', {
    fires: { two: deployment({ spec: { replicas: 2 } }), none: deployment({ spec: { replicas: undefined } }) },
    passes: { three: deployment() },
  }),
  ...casesOf('kube-linter/hpa-minimum-three-replicas', {
    fires: { two: scaler(2), unset: scaler() },
    passes: { three: scaler(3) },
  }),
  ...casesOf('kube-linter/no-anti-affinity', {
    fires: {
      none: deployment(),
      'other labels': deployment({
        pod: apart({ labelSelector: { matchLabels: { app: 'basket' } }, topologyKey: 'kubernetes.io/hostname' }),
      }),
    },
    passes: {
      apart: deployment({ pod: apart({ labelSelector: selector, topologyKey: 'kubernetes.io/hostname' }) }),
      'one replica': deployment({ spec: { replicas: 1 } }),
    },
  }),
  ...casesOf('kube-linter/no-node-affinity', {
    fires: {
      none: deployment(),
      'of pods alone': deployment({ pod: apart({ labelSelector: selector, topologyKey: 'kubernetes.io/hostname' }) }),
    },
    passes: { set: deployment({ pod: onNodes }) },
  }),
  ...casesOf('kube-linter/no-rolling-update-strategy', {
    fires: { recreate: deployment({ spec: { strategy: { type: 'Recreate' } } }) },
    passes: { rolling: deployment({ spec: { strategy: { type: 'RollingUpdate' } } }), 'no workload': service() },
  }),
  ...casesOf('kube-linter/pdb-max-unavailable', {
    fires: { none: budget({ maxUnavailable: 0 }), 'no per cent': budget({ maxUnavailable: '0%' }) },
    passes: { one: budget({ maxUnavailable: 1 }) },
  }),
  ...casesOf('kube-linter/pdb-min-available', {
    fires: {
      'as many as there are': [budget({ minAvailable: 3 }), deployment()],
      'all of them': [budget({ minAvailable: '100%' }), deployment()],
    },
    passes: { fewer: [budget({ minAvailable: 2 }), deployment()] },
  }),
  ...casesOf('kube-linter/pdb-unhealthy-pod-eviction-policy', {
    fires: {
      unset: budget({ maxUnavailable: 1, unhealthyPodEvictionPolicy: undefined }),
      'unset with a minimum': budget({ minAvailable: 1, unhealthyPodEvictionPolicy: undefined }),
    },
    passes: { set: budget({ maxUnavailable: 1 }) },
  }),
  ...casesOf('kube-linter/job-ttl-seconds-after-finished', {
    fires: {
      unset: job({ spec: { ttlSecondsAfterFinished: undefined } }),
      'set for a cron job, which has limits of its own': cronJob(),
    },
    passes: { set: job(), 'cron job without': cronJob({ job: { ttlSecondsAfterFinished: undefined } }) },
  }),
  ...casesOf('kube-linter/restart-policy', {
    fires: { never: pod({ pod: { restartPolicy: 'Never' } }) },
    passes: {
      always: deployment({ pod: { restartPolicy: 'Always' } }),
      'on failure': pod({ pod: { restartPolicy: 'OnFailure' } }),
    },
  }),
  ...casesOf('kube-linter/priority-class-name', {
    fires: { other: deployment({ pod: { priorityClassName: 'mine' } }) },
    passes: { unset: deployment(), 'no workload': service() },
  }),
  ...casesOf('kube-linter/dnsconfig-options', {
    fires: {
      none: deployment(),
      'no options': deployment({ pod: { dnsConfig: { searches: ['example.com'] } } }),
      'another value': deployment({ pod: { dnsConfig: { options: [{ name: 'ndots', value: '5' }] } } }),
    },
    passes: { two: deployment({ pod: { dnsConfig: { options: [{ name: 'ndots', value: '2' }] } } }) },
  }),
  ...casesOf('kube-linter/required-label-owner', {
    fires: { none: deployment(), others: deployment({ metadata: { labels: { team: 'shop' } } }) },
    passes: { set: deployment({ metadata: { labels: { owner: 'shop' } } }) },
  }),
  ...casesOf('kube-linter/required-annotation-email', {
    fires: { none: deployment(), 'no address': deployment({ metadata: { annotations: { email: 'shop' } } }) },
    passes: { set: deployment({ metadata: { annotations: { email: 'shop@example.com' } } }) },
  }),
  ...casesOf('kube-linter/use-namespace', {
    fires: {
      default: deployment({ metadata: { namespace: 'default' } }),
      none: deployment({ metadata: { namespace: undefined } }),
    },
    passes: { own: deployment(), 'cluster-scoped': clusterScoped('v1', 'Namespace', 'shop', {}) },
  }),
  ...casesOf('kube-linter/mismatching-selector', {
    fires: {
      other: deployment({ spec: { selector: { matchLabels: { app: 'basket' } } } }),
      'no labels': deployment({ template: { labels: {} } }),
    },
    passes: { same: deployment() },
  }),
  ...casesOf('kube-linter/no-extensions-v1beta', {
    fires: {
      ingress: object('extensions/v1beta1', 'Ingress', 'checkout', { spec: {} }),
      policy: object('extensions/v1beta1', 'NetworkPolicy', 'checkout', { spec: { podSelector: {} } }),
    },
    passes: { new: object('networking.k8s.io/v1', 'NetworkPolicy', 'checkout', { spec: { podSelector: {} } }) },
  }),
  ...casesOf('kube-linter/schema-validation', {
    fires: {
      'unknown field': deployment({ spec: { replica: 3 } }),
      'wrong type': deployment({ spec: { replicas: 'three' } }),
    },
    passes: { valid: deployment(), 'cron job': cronJob() },
  }),
  ...casesOf('kube-linter/invalid-target-ports', {
    fires: {
      'too large': service({ ports: [{ port: 80, targetPort: 123_456 }] }),
      'name too long': service({ ports: [{ port: 80, targetPort: 'n234567890123456' }] }),
      'container port of digits': deployment({ container: { ports: [{ name: '123456', containerPort: 8080 }] } }),
    },
    passes: { number: service(), name: service({ ports: [{ port: 80, targetPort: 'http' }] }) },
  }),
  ...casesOf('kube-linter/sorted-keys', {
    fires: {
      'top level': { apiVersion: 'v1', metadata: { name: 'a', namespace: 'shop' }, kind: 'ConfigMap' },
      nested: {
        apiVersion: 'v1',
        data: { b: '1', a: '2' },
        kind: 'ConfigMap',
        metadata: { name: 'a', namespace: 'shop' },
      },
    },
    passes: {
      sorted: {
        apiVersion: 'v1',
        data: { a: '1', b: '2' },
        kind: 'ConfigMap',
        metadata: { name: 'a', namespace: 'shop' },
      },
      'a namespace': { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
    },
  }),
];
