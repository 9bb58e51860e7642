import type { KindValidation } from '../kind-validation.ts';
import { leaseValidation } from './lease.ts';

export const coordinationKinds: readonly KindValidation[] = [leaseValidation];
