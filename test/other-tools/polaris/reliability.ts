import { casesOf } from '../case.ts';
import { clusterScoped, cronJob, deployment, job, object, pod, statefulSet } from '../objects.ts';

const budget = (spec: object) => object('policy/v1', 'PodDisruptionBudget', 'checkout', { spec });
const selector = { matchLabels: { app: 'checkout' } };
const scaler = (spec: object) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', 'checkout', {
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' }, ...spec },
  });

export const reliabilityCases = [
  ...casesOf('polaris/deploymentMissingReplicas', {
    fires: { one: deployment({ spec: { replicas: 1 } }), none: deployment({ spec: { replicas: undefined } }) },
    passes: { two: deployment({ spec: { replicas: 2 } }), 'a set with one': statefulSet({ spec: { replicas: 1 } }) },
  }),
  ...casesOf('polaris/priorityClassNotSet', {
    fires: { deployment: deployment(), job: job() },
    passes: { set: deployment({ pod: { priorityClassName: 'shop' } }) },
  }),
  ...casesOf('polaris/tagNotSpecified', {
    fires: {
      'no tag': deployment({ container: { image: 'registry.example.com/checkout' } }),
      latest: deployment({ container: { image: 'checkout:latest' } }),
    },
    passes: { tag: deployment(), digest: deployment({ container: { image: `checkout@sha256:${'a'.repeat(64)}` } }) },
  }),
  ...casesOf('polaris/pullPolicyNotAlways', {
    fires: {
      'if not present': deployment({ container: { imagePullPolicy: 'IfNotPresent' } }),
      unset: deployment({ container: { imagePullPolicy: undefined } }),
    },
    passes: { always: deployment() },
  }),
  ...casesOf('polaris/readinessProbeMissing', {
    fires: {
      deployment: deployment({ container: { readinessProbe: undefined } }),
      set: statefulSet({ container: { readinessProbe: undefined } }),
    },
    passes: {
      probed: deployment(),
      job: job({ container: { readinessProbe: undefined } }),
      'cron job': cronJob({ container: { readinessProbe: undefined } }),
    },
  }),
  ...casesOf('polaris/livenessProbeMissing', {
    fires: {
      deployment: deployment({ container: { livenessProbe: undefined } }),
      pod: pod({ container: { livenessProbe: undefined } }),
    },
    passes: { probed: deployment(), job: job({ container: { livenessProbe: undefined } }) },
  }),
  ...casesOf('polaris/metadataAndInstanceMismatched', {
    fires: {
      'no label': deployment(),
      other: deployment({ metadata: { labels: { 'app.kubernetes.io/instance': 'basket' } } }),
    },
    passes: { same: deployment({ metadata: { labels: { 'app.kubernetes.io/instance': 'checkout' } } }) },
  }),
  ...casesOf('polaris/pdbDisruptionsIsZero', {
    fires: {
      'all must run': budget({ minAvailable: '100%', selector }),
      'none may stop': budget({ maxUnavailable: 0, selector }),
      'no per cent may stop': budget({ maxUnavailable: '0%', selector }),
    },
    passes: {
      'one may stop': budget({ maxUnavailable: 1, selector }),
      half: budget({ minAvailable: '50%', selector }),
    },
  }),
  ...casesOf('polaris/missingPodDisruptionBudget', {
    fires: {
      none: deployment(),
      'of another app': [deployment(), budget({ minAvailable: 1, selector: { matchLabels: { app: 'basket' } } })],
    },
    passes: { selected: [deployment(), budget({ minAvailable: 1, selector })], set: statefulSet() },
  }),
  ...casesOf('polaris/topologySpreadConstraint', {
    fires: { none: deployment(), empty: deployment({ pod: { topologySpreadConstraints: [] } }) },
    passes: {
      zones: deployment({
        pod: {
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'topology.kubernetes.io/zone',
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: selector,
            },
          ],
        },
      }),
      job: job(),
    },
  }),
  ...casesOf('polaris/hpaMaxAvailability', {
    fires: { equal: scaler({ minReplicas: 3, maxReplicas: 3 }), crossed: scaler({ minReplicas: 5, maxReplicas: 3 }) },
    passes: { range: scaler({ minReplicas: 2, maxReplicas: 4 }), 'no minimum': scaler({ maxReplicas: 4 }) },
  }),
  ...casesOf('polaris/hpaMinAvailability', {
    fires: { one: scaler({ minReplicas: 1, maxReplicas: 4 }) },
    passes: { two: scaler({ minReplicas: 2, maxReplicas: 4 }), unset: scaler({ maxReplicas: 4 }) },
  }),
  ...casesOf('polaris/pdbMinAvailableGreaterThanHPAMinReplicas', {
    fires: {
      greater: [deployment(), budget({ minAvailable: 3, selector }), scaler({ minReplicas: 2, maxReplicas: 4 })],
    },
    passes: {
      smaller: [deployment(), budget({ minAvailable: 1, selector }), scaler({ minReplicas: 2, maxReplicas: 4 })],
      'no scaler': [deployment(), budget({ minAvailable: 2, selector })],
    },
  }),
];

const requests = (changes: object) => ({ requests: changes, limits: changes });
const without = (list: 'requests' | 'limits', name: string) => {
  const all = { cpu: '100m', memory: '128Mi' };
  const less = Object.fromEntries(Object.entries(all).filter(([key]) => key !== name));
  return { ...requests(all), [list]: less };
};
const named = [
  ['cpuRequestsMissing', 'requests', 'cpu'],
  ['cpuLimitsMissing', 'limits', 'cpu'],
  ['memoryRequestsMissing', 'requests', 'memory'],
  ['memoryLimitsMissing', 'limits', 'memory'],
] as const;

export const efficiencyCases = named.flatMap(([check, list, name]) =>
  casesOf(`polaris/${check}`, {
    fires: {
      missing: deployment({ container: { resources: without(list, name) } }),
      none: cronJob({ container: { resources: undefined } }),
    },
    passes: {
      set: deployment(),
      'unset in an init container': deployment({
        pod: { initContainers: [{ name: 'migrate', image: 'registry.example.com/migrate:1' }] },
      }),
      'no workload': clusterScoped('v1', 'Namespace', 'shop', {}),
    },
  }),
);
