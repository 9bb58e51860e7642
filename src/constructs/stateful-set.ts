import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { LabelSelector, ObjectMeta, Resources } from './metadata.ts';
import type { PodTemplate } from './pod.ts';

/** `io.k8s.api.apps.v1.StatefulSet`. */
export interface StatefulSetProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly replicas?: number;
    /** The headless Service that gives the pods their names. */
    readonly serviceName: string;
    readonly selector: LabelSelector;
    readonly template: PodTemplate;
    readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
    readonly revisionHistoryLimit?: number;
    readonly persistentVolumeClaimRetentionPolicy?: {
      readonly whenDeleted?: 'Retain' | 'Delete';
      readonly whenScaled?: 'Retain' | 'Delete';
    };
    readonly volumeClaimTemplates?: readonly {
      readonly metadata: ObjectMeta;
      readonly spec: {
        readonly accessModes: readonly string[];
        readonly storageClassName?: string;
        readonly resources: { readonly requests: Resources };
      };
    }[];
  };
}

export class StatefulSet extends KubeObject {
  constructor(scope: Construct, id: string, props: StatefulSetProps) {
    super(scope, id, { apiVersion: 'apps/v1', kind: 'StatefulSet', ...props }, { library: k8s.KubeStatefulSet });
  }
}
