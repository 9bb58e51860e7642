/** Kinds whose CRDs come with components: cert-manager, the Gateway API, prometheus-operator. */
export * from './cert-manager.ts';
export * from './gateway-api.ts';
export * from './prometheus-operator.ts';
