import type { KindValidation } from '../kind-validation.ts';
import { ingressClassValidation } from './ingress-class.ts';
import { ingressValidation } from './ingress.ts';
import { ipAddressValidation } from './ip-address.ts';
import { networkPolicyValidation } from './network-policy.ts';
import { serviceCidrValidation } from './service-cidr.ts';

export const networkingKinds: readonly KindValidation[] = [
  ingressClassValidation,
  ingressValidation,
  ipAddressValidation,
  networkPolicyValidation,
  serviceCidrValidation,
];
