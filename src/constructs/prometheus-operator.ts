import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { IntOrString, LabelSelector, Labels, ObjectMeta } from './metadata.ts';

// prometheus-operator: https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1
const apiVersion = 'monitoring.coreos.com/v1';

export interface ScrapeEndpoint {
  /** The name of the port, on the Service (ServiceMonitor) or the pod (PodMonitor). */
  readonly port: string;
  readonly path?: string;
  readonly scheme?: 'http' | 'https';
  /** Prometheus durations: `30s`. */
  readonly interval?: string;
  readonly scrapeTimeout?: string;
  readonly honorLabels?: boolean;
  readonly metricRelabelings?: readonly Relabeling[];
  readonly relabelings?: readonly Relabeling[];
}

export interface Relabeling {
  readonly action: 'replace' | 'keep' | 'drop' | 'labeldrop' | 'labelkeep' | 'labelmap' | 'hashmod';
  readonly sourceLabels?: readonly string[];
  readonly regex?: string;
  readonly replacement?: string;
  readonly targetLabel?: string;
}

interface MonitorLimits {
  readonly selector: LabelSelector;
  readonly namespaceSelector?: { readonly any?: boolean; readonly matchNames?: readonly string[] };
  /** Samples per scrape; more fail the scrape. */
  readonly sampleLimit?: number;
}

export interface ServiceMonitorProps {
  readonly metadata: ObjectMeta;
  readonly spec: MonitorLimits & {
    readonly endpoints: readonly ScrapeEndpoint[];
    readonly jobLabel?: string;
    readonly targetLabels?: readonly string[];
  };
}

export class ServiceMonitor extends KubeObject {
  constructor(scope: Construct, id: string, props: ServiceMonitorProps) {
    super(scope, id, { apiVersion, kind: 'ServiceMonitor', ...props });
  }
}

export interface PodMonitorProps {
  readonly metadata: ObjectMeta;
  readonly spec: MonitorLimits & {
    readonly podMetricsEndpoints: readonly ScrapeEndpoint[];
    readonly jobLabel?: string;
    readonly podTargetLabels?: readonly string[];
  };
}

export class PodMonitor extends KubeObject {
  constructor(scope: Construct, id: string, props: PodMonitorProps) {
    super(scope, id, { apiVersion, kind: 'PodMonitor', ...props });
  }
}

export interface PrometheusRuleProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly groups: readonly {
      readonly name: string;
      readonly interval?: string;
      readonly rules: readonly {
        readonly alert?: string;
        readonly record?: string;
        /** PromQL. */
        readonly expr: IntOrString;
        readonly for?: string;
        readonly labels?: Labels;
        readonly annotations?: Labels;
      }[];
    }[];
  };
}

export class PrometheusRule extends KubeObject {
  constructor(scope: Construct, id: string, props: PrometheusRuleProps) {
    super(scope, id, { apiVersion, kind: 'PrometheusRule', ...props });
  }
}
