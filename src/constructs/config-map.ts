import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { ObjectMeta } from './metadata.ts';

/** `io.k8s.api.core.v1.ConfigMap`. Never for secrets: what is rendered is read by everyone who reads the repository. */
export interface ConfigMapProps {
  readonly metadata: ObjectMeta;
  readonly data?: Readonly<Record<string, string>>;
  readonly binaryData?: Readonly<Record<string, string>>;
  readonly immutable?: boolean;
}

export class ConfigMap extends KubeObject {
  constructor(scope: Construct, id: string, props: ConfigMapProps) {
    super(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', ...props }, { library: k8s.KubeConfigMap });
  }
}
