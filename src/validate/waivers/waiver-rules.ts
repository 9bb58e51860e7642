import { unusedOutsideRule } from '../outside/unused-outside.ts';
import type { RuleMetadata } from '../rule.ts';

/** Rules about waivers themselves: what `waiverFindings` says has its names, pages and fixes here. Always on for a fleet; nothing waives them. */
export const waiverUnusedRule: RuleMetadata = {
  id: 'waiver-unused',
  set: 'waiver',
  title: 'A waiver covers a finding.',
  fix: 'Remove the waiver: what it was for is repaired, or has another name now.',
  severity: 'warning',
  needs: 'fleet',
};

export const waiverExpiredRule: RuleMetadata = {
  id: 'waiver-expired',
  set: 'waiver',
  title: 'A waiver holds until its last day.',
  fix: 'Repair what it covered and remove it, or agree on a later `expires` with its owner.',
  severity: 'error',
  needs: 'fleet',
};

export const waiverScopeRule: RuleMetadata = {
  id: 'waiver-scope',
  set: 'waiver',
  title: 'The scope of a waiver names a unit, a tenant, a component or an object.',
  fix: 'Add `unit`, `tenant`, `component` or `object` to its `scope`: one waiver for each that needs it.',
  severity: 'error',
  needs: 'fleet',
};

export const waiverOwnerRule: RuleMetadata = {
  id: 'waiver-owner',
  set: 'waiver',
  title: 'The owner of a waiver is somebody whom the declarations know.',
  fix: 'Name a tenant, the team of one, or the owner of a component or an environment.',
  severity: 'error',
  needs: 'fleet',
};

export const waiverExpiryRule: RuleMetadata = {
  id: 'waiver-expiry',
  set: 'waiver',
  title: 'A waiver ends within a year.',
  fix: 'Give it an `expires` within a year: whoever owns it then looks again.',
  severity: 'warning',
  needs: 'fleet',
};

export const waiverRules: readonly RuleMetadata[] = [
  waiverUnusedRule,
  waiverExpiredRule,
  waiverScopeRule,
  waiverOwnerRule,
  waiverExpiryRule,
  unusedOutsideRule,
];
