import { Namespace, PrometheusRule, defineComponent, podSecurityLabels } from 'keelson';
import type { ComponentInput } from 'keelson';
import { capability } from '../capabilities.ts';
import type { Outputs } from '../capabilities.ts';
import { componentLabels } from '../names.ts';
import { alerts } from './alerts.ts';

const namespace = 'monitoring';
const labels = componentLabels('prometheus-operator');

const metrics: Outputs<'metrics'> = {
  namespace,
  scraperLabels: { 'app.kubernetes.io/name': 'prometheus' },
};

export default defineComponent({
  name: 'prometheus-operator',
  category: 'observability',
  description: 'Prometheus and its operator: metrics of the cluster and of tenants, and the alerts of the platform.',
  owner: 'platform-observability',
  lifecycle: { stage: 'ga', since: '2026-01-19' },
  license: 'Apache-2.0',
  namespace,
  requires: [{ capability: 'priority-classes' }],
  provides: ['metrics'],
  crds: [
    'Alertmanager',
    'AlertmanagerConfig',
    'PodMonitor',
    'Probe',
    'Prometheus',
    'PrometheusAgent',
    'PrometheusRule',
    'ScrapeConfig',
    'ServiceMonitor',
    'ThanosRuler',
  ].map((kind) => ({ group: 'monitoring.coreos.com', kind })),
  outputs: () => ({ metrics }),
  // The chart's, which tenants' network policies let in.
  outside: [{ kind: '/Pod', namespace, labels: metrics.scraperLabels, ports: ['http-web', 9090] }],
  charts: (input) => [
    {
      repository: 'https://prometheus-community.github.io/helm-charts',
      chart: 'kube-prometheus-stack',
      version: '92.20.0',
      releaseName: 'prometheus',
      values: values(input),
    },
  ],
  build(scope) {
    new Namespace(scope, 'namespace', {
      metadata: {
        name: namespace,
        // The node exporter reads the host: host network, host PID and host paths.
        labels: { ...labels, ...podSecurityLabels({ enforce: 'privileged', warn: 'privileged' }) },
      },
    });
    new PrometheusRule(scope, 'alerts', {
      metadata: { name: 'meridian-platform', namespace, labels },
      spec: { groups: alerts },
    });
  },
});

function values(input: ComponentInput) {
  const { environment, cluster } = input;
  const production = environment.tier === 'prod';
  const priorityClassName = capability(input, 'priority-classes').platform;
  return {
    fullnameOverride: 'prometheus',
    cleanPrometheusOperatorObjectNames: true,
    // Managed control planes do not show these; an alert that always fires is read by nobody.
    kubeControllerManager: { enabled: false },
    kubeScheduler: { enabled: false },
    kubeEtcd: { enabled: false },
    kubeProxy: { enabled: false },
    grafana: { enabled: false },
    prometheusOperator: {
      priorityClassName,
      resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    },
    prometheus: {
      prometheusSpec: {
        replicas: production ? 2 : 1,
        retention: production ? '15d' : '5d',
        priorityClassName,
        externalLabels: { cluster: cluster.name, environment: environment.name },
        enforcedSampleLimit: 50_000,
        // Monitors and rules of every namespace, whatever their labels: tenants have their own.
        serviceMonitorSelectorNilUsesHelmValues: false,
        podMonitorSelectorNilUsesHelmValues: false,
        ruleSelectorNilUsesHelmValues: false,
        probeSelectorNilUsesHelmValues: false,
        scrapeConfigSelectorNilUsesHelmValues: false,
        resources: {
          requests: { cpu: production ? '1' : '250m', memory: production ? '4Gi' : '1Gi' },
          limits: { memory: production ? '8Gi' : '2Gi' },
        },
        storageSpec: {
          volumeClaimTemplate: {
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: production ? '100Gi' : '20Gi' } },
            },
          },
        },
      },
    },
    alertmanager: { alertmanagerSpec: { replicas: production ? 2 : 1, priorityClassName } },
  };
}
