export * from './amounts.ts';
export * from './budgets.ts';
export * from './pod-rule.ts';
export * from './raw.ts';
export * from './scaling.ts';
export * from './served.ts';
export * from './tiers.ts';
