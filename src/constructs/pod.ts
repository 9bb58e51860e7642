import type { Container } from './container.ts';
import type { LabelSelector, Labels, Quantity } from './metadata.ts';

export type * from './container.ts';

/** `io.k8s.api.core.v1.PodTemplateSpec`. */
export interface PodTemplate {
  readonly metadata: { readonly labels: Labels; readonly annotations?: Labels };
  readonly spec: PodSpec;
}

/** `io.k8s.api.core.v1.PodSpec`, the part that a platform's workloads use. What is missing: `KubeObject`. */
export interface PodSpec {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly serviceAccountName?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly securityContext?: PodSecurityContext;
  readonly priorityClassName?: string;
  readonly runtimeClassName?: string;
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /** Seconds; the API's default is 30. */
  readonly terminationGracePeriodSeconds?: number;
  readonly enableServiceLinks?: boolean;
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostUsers?: boolean;
  readonly dnsPolicy?: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None';
  readonly imagePullSecrets?: readonly { readonly name: string }[];
  readonly nodeSelector?: Labels;
  readonly tolerations?: readonly Toleration[];
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  readonly volumes?: readonly Volume[];
}

export interface PodSecurityContext {
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly fsGroup?: number;
  readonly fsGroupChangePolicy?: 'Always' | 'OnRootMismatch';
  readonly supplementalGroups?: readonly number[];
  readonly seccompProfile?: SeccompProfile;
}

export interface SeccompProfile {
  readonly type: 'RuntimeDefault' | 'Localhost' | 'Unconfined';
  readonly localhostProfile?: string;
}

export interface Volume {
  readonly name: string;
  readonly emptyDir?: { readonly medium?: 'Memory'; readonly sizeLimit?: Quantity };
  readonly configMap?: { readonly name: string; readonly defaultMode?: number; readonly optional?: boolean };
  readonly secret?: { readonly secretName: string; readonly defaultMode?: number; readonly optional?: boolean };
  readonly persistentVolumeClaim?: { readonly claimName: string; readonly readOnly?: boolean };
}

export interface Toleration {
  readonly key?: string;
  readonly operator?: 'Exists' | 'Equal';
  readonly value?: string;
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  readonly tolerationSeconds?: number;
}

export interface TopologySpreadConstraint {
  readonly maxSkew: number;
  readonly topologyKey: string;
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
  readonly labelSelector: LabelSelector;
  readonly matchLabelKeys?: readonly string[];
}
