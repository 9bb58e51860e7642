import type { KindValidation } from '../kind-validation.ts';
import { apiServiceValidation } from './api-service.ts';

export const apiregistrationKinds: readonly KindValidation[] = [apiServiceValidation];
