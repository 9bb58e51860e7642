export { blockTakes, isInside, isPrivate, isWhole, metadataAddresses } from './blocks.ts';
export { coversHost, hostClaims, isWithin } from './hosts.ts';
export type { HostClaim } from './hosts.ts';
export { at, itemsAt, textAt } from './loose.ts';
export { namespacesOf } from './namespaces.ts';
export type { Namespaces } from './namespaces.ts';
export { opens, policiesOf } from './policies.ts';
export type { Direction, PlacedRule, Policies, Policy } from './policies.ts';
