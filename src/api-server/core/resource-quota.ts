import { dns1123Subdomain } from '../../formats/index.ts';
import type { ResourceQuota, ResourceQuotaSpec } from '../../schema/types/core-v1.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { conflictsWith, isScope, scopeCounts } from './quota-scopes.ts';
import { isStandardQuotaResource } from './resource-names.ts';
import { validateResourceName, validateResourceQuantityValue } from './resources.ts';
import { validateScopeSelector } from './scope-selector.ts';

export const resourceQuotaValidation = defineKind<ResourceQuota>({
  group: '',
  kind: 'ResourceQuota',
  rule: {
    id: 'valid-resource-quota',
    title: 'A ResourceQuota is one that the API server accepts.',
    fix: 'Count resources that quotas know (`requests.cpu`, `pods`, `count/deployments.apps`), with scopes that fit them and never change.',
  },
  name: dns1123Subdomain,
  validate(check, { spec = {} }) {
    const at = child(undefined, 'spec');
    for (const [name, value] of Object.entries(spec.hard ?? {})) {
      const resourceAt = key(child(at, 'hard'), name);
      validateResourceName(check, name, resourceAt);
      if (!name.includes('/') && !isStandardQuotaResource(name)) {
        invalid(check, resourceAt, name, 'is no resource that a quota counts');
      }
      validateResourceQuantityValue(check, name, value, resourceAt);
    }
    validateScopes(check, spec, child(at, 'scopes'));
    validateScopeSelector(check, spec, child(at, 'scopeSelector'));
  },
  validateUpdate(check, { spec = {} }, old) {
    const scopes = new Set(spec.scopes);
    const before = new Set(old.spec?.scopes);
    if (scopes.size !== before.size || [...scopes].some((scope) => !before.has(scope))) {
      invalid(check, child(undefined, 'spec', 'scopes'), spec.scopes, 'may not change');
    }
  },
});

function validateScopes(check: Check, { scopes = [], hard = {} }: ResourceQuotaSpec, at: FieldPath): void {
  for (const scope of scopes) {
    if (!isScope(check, scope)) invalid(check, at, scope, 'is no scope of a quota');
    for (const name of Object.keys(hard)) {
      if (!scopeCounts(check, scope, name)) invalid(check, at, scope, `does not count ${name}`);
    }
  }
  if (conflictsWith(scopes)) invalid(check, at, scopes, 'has scopes that exclude each other');
}
