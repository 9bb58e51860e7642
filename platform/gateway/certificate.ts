import type { CertificateProps } from 'keelson';

/** Every public certificate alike: ECDSA, a new key each time, renewed a month before the end. */
export function certificate(of: {
  readonly secretName: string;
  readonly issuer: string;
  readonly dnsNames: readonly string[];
}): CertificateProps['spec'] {
  return {
    secretName: of.secretName,
    issuerRef: { name: of.issuer, kind: 'ClusterIssuer', group: 'cert-manager.io' },
    dnsNames: of.dnsNames,
    duration: '2160h0m0s',
    renewBefore: '720h0m0s',
    usages: ['digital signature', 'key encipherment'],
    privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
    revisionHistoryLimit: 1,
  };
}
