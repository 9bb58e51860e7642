import type { KindValidation } from '../kind-validation.ts';
import { priorityClassValidation } from './priority-class.ts';

export const schedulingKinds: readonly KindValidation[] = [priorityClassValidation];
