import type { KindValidation } from '../kind-validation.ts';
import { certificateSigningRequestValidation } from './certificate-signing-request.ts';
import { clusterTrustBundleValidation } from './cluster-trust-bundle.ts';
import { podCertificateRequestValidation } from './pod-certificate-request.ts';

export const certificatesKinds: readonly KindValidation[] = [
  certificateSigningRequestValidation,
  clusterTrustBundleValidation,
  podCertificateRequestValidation,
];
