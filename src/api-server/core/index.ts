import type { KindValidation } from '../kind-validation.ts';
import { podTemplateValidation } from './pod-template.ts';
import { podValidation } from './pod.ts';
import { replicationControllerValidation } from './replication-controller.ts';

export { validatePodTemplateSpec } from './pod-template.ts';

export const coreKinds: readonly KindValidation[] = [
  podValidation,
  podTemplateValidation,
  replicationControllerValidation,
];
