export { grantsOf, isClusterWide } from './grants.ts';
export type { Grant, PlacedSubject } from './grants.ts';
export { isDefaultRole, roleBook } from './roles.ts';
export type { GrantedRule, RoleBook, RoleRights } from './roles.ts';
export { allows, powers, rulesWith } from './powers.ts';
export type { Power, PowerName } from './powers.ts';
export { accountNamespace, nameOf } from './subjects.ts';
export { tenancyOf } from './tenancy.ts';
export type { Tenancy } from './tenancy.ts';
