export { bootstrapPlan, type BootstrapPart, type BootstrapPlan } from './bootstrap.ts';
export { buildDelivery } from './delivery.ts';
export { buildRoot } from './root.ts';
