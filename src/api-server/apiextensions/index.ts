import type { KindValidation } from '../kind-validation.ts';
import { customResourceDefinitionValidation } from './custom-resource-definition.ts';

export const apiextensionsKinds: readonly KindValidation[] = [customResourceDefinitionValidation];
