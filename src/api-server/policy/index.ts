import type { KindValidation } from '../kind-validation.ts';
import { podDisruptionBudgetValidation } from './pod-disruption-budget.ts';

export const policyKinds: readonly KindValidation[] = [podDisruptionBudgetValidation];
