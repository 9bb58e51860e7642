import type { ResourceQuotaSpec } from '../../schema/types/core-v1.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { conflictsWith, isScope, scopeCounts } from './quota-scopes.ts';

/** Scopes that either hold for a pod or do not: nothing can be listed for them. */
const plain = new Set(['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating', 'CrossNamespacePodAffinity']);

/** The server names fields of the list, not of its items. */
export function validateScopeSelector(
  check: Check,
  { scopeSelector, hard = {} }: ResourceQuotaSpec,
  parent: FieldPath,
): void {
  const requirements = scopeSelector?.matchExpressions ?? [];
  const at = child(parent, 'matchExpressions');
  for (const { scopeName = '', operator = '', values = [] } of requirements) {
    if (!isScope(check, scopeName)) invalid(check, child(at, 'scopeName'), scopeName, 'is no scope of a quota');
    for (const name of Object.keys(hard)) {
      if (!scopeCounts(check, scopeName, name)) invalid(check, at, scopeName, `does not count ${name}`);
    }
    const operatorAt = child(at, 'operator');
    if (plain.has(scopeName) && operator !== 'Exists')
      invalid(check, operatorAt, operator, 'must be Exists for this scope');
    if (operator === 'In' || operator === 'NotIn') {
      if (values.length === 0) required(check, child(at, 'values'), `must have a value for ${operator}`);
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      if (values.length > 0) invalid(check, child(at, 'values'), values, `may have no value for ${operator}`);
    } else invalid(check, operatorAt, operator, 'must be In, NotIn, Exists or DoesNotExist');
  }
  if (conflictsWith(requirements.map(({ scopeName = '' }) => scopeName))) {
    invalid(check, at, requirements, 'has scopes that exclude each other');
  }
}
