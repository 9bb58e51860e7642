import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { IntOrString, Labels, ObjectMeta } from './metadata.ts';

/** `io.k8s.api.core.v1.Service`. */
export interface ServiceProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
    readonly selector: Labels;
    readonly ports: readonly ServicePort[];
    /** `None` for a headless Service. */
    readonly clusterIP?: 'None';
    readonly externalTrafficPolicy?: 'Cluster' | 'Local';
    readonly publishNotReadyAddresses?: boolean;
    readonly sessionAffinity?: 'None' | 'ClientIP';
    /** Kubernetes 1.31 and newer: `PreferClose`; 1.34 and newer: `PreferSameZone`, `PreferSameNode`. */
    readonly trafficDistribution?: 'PreferClose' | 'PreferSameZone' | 'PreferSameNode';
  };
}

export interface ServicePort {
  readonly name: string;
  readonly port: number;
  readonly targetPort: IntOrString;
  /** Required here: it is a key of the list in server-side apply. */
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly appProtocol?: string;
}

export class Service extends KubeObject {
  constructor(scope: Construct, id: string, props: ServiceProps) {
    super(scope, id, { apiVersion: 'v1', kind: 'Service', ...props }, { library: k8s.KubeService });
  }
}
