import type { Fault } from './fault.ts';
import { serviceFaults } from './service.ts';

export const faults: readonly Fault[] = [...serviceFaults];
