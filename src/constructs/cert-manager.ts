import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { ObjectMeta } from './metadata.ts';

// cert-manager v1.21: https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1
const apiVersion = 'cert-manager.io/v1';

export interface CertificateProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    /** The Secret that cert-manager writes. */
    readonly secretName: string;
    readonly issuerRef: {
      readonly name: string;
      readonly kind: 'ClusterIssuer' | 'Issuer';
      readonly group: 'cert-manager.io';
    };
    readonly dnsNames: readonly string[];
    readonly commonName?: string;
    /** Go durations in the form that Go prints: `2160h0m0s`. */
    readonly duration?: string;
    readonly renewBefore?: string;
    readonly usages?: readonly string[];
    readonly isCA?: boolean;
    readonly privateKey?: {
      readonly algorithm: 'RSA' | 'ECDSA' | 'Ed25519';
      readonly size?: number;
      readonly rotationPolicy: 'Always' | 'Never';
    };
    readonly revisionHistoryLimit?: number;
  };
}

export class Certificate extends KubeObject {
  constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, id, { apiVersion, kind: 'Certificate', ...props });
  }
}

export interface SecretKeyReference {
  readonly name: string;
  readonly key: string;
}

export interface AcmeSolver {
  readonly selector?: { readonly dnsZones?: readonly string[]; readonly dnsNames?: readonly string[] };
  readonly dns01?: {
    readonly cloudDNS?: { readonly project: string; readonly serviceAccountSecretRef?: SecretKeyReference };
    readonly route53?: { readonly region: string; readonly hostedZoneID?: string; readonly role?: string };
    readonly rfc2136?: {
      /** `host:port` */
      readonly nameserver: string;
      readonly tsigKeyName: string;
      readonly tsigAlgorithm: 'HMACMD5' | 'HMACSHA1' | 'HMACSHA256' | 'HMACSHA512';
      readonly tsigSecretSecretRef: SecretKeyReference;
    };
  };
  readonly http01?: {
    readonly gatewayHTTPRoute: {
      readonly parentRefs: readonly {
        readonly group: 'gateway.networking.k8s.io';
        readonly kind: 'Gateway';
        readonly name: string;
        readonly namespace: string;
      }[];
    };
  };
}

/** One of the four ways to issue. */
export interface IssuerProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly acme?: {
      readonly server: string;
      readonly email: string;
      /** The Secret in which cert-manager keeps the account's key; it makes one when there is none. */
      readonly privateKeySecretRef: { readonly name: string };
      readonly solvers: readonly AcmeSolver[];
    };
    readonly ca?: { readonly secretName: string };
    readonly selfSigned?: Readonly<Record<string, never>>;
  };
}

export class Issuer extends KubeObject {
  constructor(scope: Construct, id: string, props: IssuerProps) {
    super(scope, id, { apiVersion, kind: 'Issuer', ...props });
  }
}

export class ClusterIssuer extends KubeObject {
  constructor(scope: Construct, id: string, props: IssuerProps) {
    super(scope, id, { apiVersion, kind: 'ClusterIssuer', ...props });
  }
}
