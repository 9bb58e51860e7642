import type { Fault } from './fault.ts';
import { declarationFaults } from './declarations.ts';
import { platformFaults } from './platform.ts';
import { serviceFaults } from './service.ts';

export const faults: readonly Fault[] = [...serviceFaults, ...platformFaults, ...declarationFaults];
