import type { KindValidation } from '../kind-validation.ts';
import { endpointSliceValidation } from './endpoint-slice.ts';

export const discoveryKinds: readonly KindValidation[] = [endpointSliceValidation];
