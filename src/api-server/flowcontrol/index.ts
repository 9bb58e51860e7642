import type { KindValidation } from '../kind-validation.ts';
import { flowSchemaValidation } from './flow-schema.ts';
import { priorityLevelConfigurationValidation } from './priority-level-configuration.ts';

export const flowcontrolKinds: readonly KindValidation[] = [flowSchemaValidation, priorityLevelConfigurationValidation];
