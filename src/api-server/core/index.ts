import type { KindValidation } from '../kind-validation.ts';
import { configMapValidation } from './config-map.ts';
import { endpointsValidation } from './endpoints.ts';
import { coreEventValidation } from './event.ts';
import { limitRangeValidation } from './limit-range.ts';
import { namespaceValidation } from './namespace.ts';
import { nodeValidation } from './node.ts';
import { persistentVolumeClaimValidation } from './persistent-volume-claim.ts';
import { persistentVolumeValidation } from './persistent-volume.ts';
import { podTemplateValidation } from './pod-template.ts';
import { podValidation } from './pod.ts';
import { replicationControllerValidation } from './replication-controller.ts';
import { resourceQuotaValidation } from './resource-quota.ts';
import { secretValidation } from './secret.ts';
import { serviceAccountValidation } from './service-account.ts';
import { serviceValidation } from './service.ts';

export const coreKinds: readonly KindValidation[] = [
  configMapValidation,
  coreEventValidation,
  endpointsValidation,
  limitRangeValidation,
  namespaceValidation,
  nodeValidation,
  persistentVolumeClaimValidation,
  persistentVolumeValidation,
  podTemplateValidation,
  podValidation,
  replicationControllerValidation,
  resourceQuotaValidation,
  secretValidation,
  serviceAccountValidation,
  serviceValidation,
];
