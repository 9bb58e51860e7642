import type { KindValidation } from '../kind-validation.ts';
import { eventValidation } from './event.ts';

export const eventsKinds: readonly KindValidation[] = [eventValidation];
