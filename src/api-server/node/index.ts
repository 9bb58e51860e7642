import type { KindValidation } from '../kind-validation.ts';
import { runtimeClassValidation } from './runtime-class.ts';

export const nodeKinds: readonly KindValidation[] = [runtimeClassValidation];
