import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { IntOrString, LabelSelector, ObjectMeta } from './metadata.ts';

/** `io.k8s.api.networking.v1.NetworkPolicy`: policies add up, there is no deny but the absence of an allow. */
export interface NetworkPolicyProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    /** The empty selector is every pod of the namespace. */
    readonly podSelector: LabelSelector;
    readonly policyTypes: readonly ('Ingress' | 'Egress')[];
    readonly ingress?: readonly {
      readonly from?: readonly NetworkPolicyPeer[];
      readonly ports?: readonly NetworkPolicyPort[];
    }[];
    readonly egress?: readonly {
      readonly to?: readonly NetworkPolicyPeer[];
      readonly ports?: readonly NetworkPolicyPort[];
    }[];
  };
}

/** Both selectors in one peer: pods with these labels in namespaces with those. */
export interface NetworkPolicyPeer {
  readonly namespaceSelector?: LabelSelector;
  readonly podSelector?: LabelSelector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

export interface NetworkPolicyPort {
  readonly port?: IntOrString;
  readonly endPort?: number;
  /** Required here: the list is atomic, and the API's default would show as a difference in Argo CD. */
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
}

export class NetworkPolicy extends KubeObject {
  constructor(scope: Construct, id: string, props: NetworkPolicyProps) {
    super(
      scope,
      id,
      { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', ...props },
      { library: k8s.KubeNetworkPolicy },
    );
  }
}
