import type { NamedRuleWithOperations } from '../../schema/types/admissionregistration-v1.ts';
import { pathSegmentName } from '../../formats/index.ts';
import { duplicate, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkOneOf, checkText } from '../text-field.ts';
import { validateRuleResources } from './rule-resources.ts';

const operations = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];

/** A rule that may name objects, too: policies have these, webhooks do not. */
export function validateNamedRule(check: Check, rule: NamedRuleWithOperations, at: FieldPath): void {
  const names = rule.resourceNames ?? [];
  for (const [position, name] of names.entries()) {
    const place = index(child(at, 'resourceNames'), position);
    checkText(check, place, name, pathSegmentName);
    if (names.indexOf(name) < position) duplicate(check, place, name);
  }
  validateRule(check, rule, at);
}

/** Which requests: operations, groups, versions, resources. */
export function validateRule(check: Check, rule: NamedRuleWithOperations, at: FieldPath): void {
  validateWildcardList(check, rule.operations, child(at, 'operations'));
  for (const [position, operation] of (rule.operations ?? []).entries()) {
    checkOneOf(check, index(child(at, 'operations'), position), operation, operations);
  }
  validateWildcardList(check, rule.apiGroups, child(at, 'apiGroups'));
  validateWildcardList(check, rule.apiVersions, child(at, 'apiVersions'));
  for (const [position, version] of (rule.apiVersions ?? []).entries()) {
    if (version === '') required(check, index(child(at, 'apiVersions'), position));
  }
  validateRuleResources(check, rule.resources ?? [], child(at, 'resources'));
  if (rule.scope !== undefined) checkOneOf(check, child(at, 'scope'), rule.scope, ['*', 'Cluster', 'Namespaced']);
}

/** A mutating policy never sees deletions. The server names no item. */
export function refuseDeletion(check: Check, rules: readonly NamedRuleWithOperations[] = [], at: FieldPath): void {
  const allowed = operations.filter((operation) => operation !== 'DELETE');
  for (const operation of rules.flatMap((rule) => rule.operations ?? [])) {
    if (!allowed.includes(operation)) notSupported(check, child(at, 'operations'), operation, allowed);
  }
}

/** Must have an item; '*' stands alone. */
function validateWildcardList(check: Check, list: readonly string[] = [], at: FieldPath): void {
  if (list.length === 0) required(check, at);
  if (list.length > 1 && list.includes('*')) invalid(check, at, list, "may have nothing beside '*'");
}
