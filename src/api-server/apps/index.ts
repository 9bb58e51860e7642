import type { KindValidation } from '../kind-validation.ts';
import { controllerRevisionValidation } from './controller-revision.ts';
import { daemonSetValidation } from './daemon-set.ts';
import { deploymentValidation } from './deployment.ts';
import { replicaSetValidation } from './replica-set.ts';
import { statefulSetValidation } from './stateful-set.ts';

export const appsKinds: readonly KindValidation[] = [
  controllerRevisionValidation,
  daemonSetValidation,
  deploymentValidation,
  replicaSetValidation,
  statefulSetValidation,
];
