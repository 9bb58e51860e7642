import type { KindValidation } from '../kind-validation.ts';
import { endpointsValidation } from './endpoints.ts';
import { nodeValidation } from './node.ts';
import { persistentVolumeClaimValidation } from './persistent-volume-claim.ts';
import { persistentVolumeValidation } from './persistent-volume.ts';
import { podTemplateValidation } from './pod-template.ts';
import { podValidation } from './pod.ts';
import { replicationControllerValidation } from './replication-controller.ts';
import { serviceValidation } from './service.ts';

export { validatePodTemplateSpec } from './pod-template.ts';

export const coreKinds: readonly KindValidation[] = [
  endpointsValidation,
  nodeValidation,
  persistentVolumeClaimValidation,
  persistentVolumeValidation,
  podValidation,
  podTemplateValidation,
  replicationControllerValidation,
  serviceValidation,
];
