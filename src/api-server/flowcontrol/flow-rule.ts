import type {
  NonResourcePolicyRule,
  PolicyRulesWithSubjects,
  ResourcePolicyRule,
} from '../../schema/types/flowcontrol-v1.ts';
import { dns1123Label } from '../../formats/index.ts';
import { invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkText } from '../text-field.ts';
import { validateFlowSubject } from './flow-subject.ts';

const verbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'proxy', 'update', 'watch'];

/** Who, and what they ask for. */
export function validateFlowRule(check: Check, rule: PolicyRulesWithSubjects, at: FieldPath): void {
  const { subjects = [], resourceRules = [], nonResourceRules = [] } = rule;
  if (subjects.length === 0) required(check, child(at, 'subjects'));
  for (const [position, subject] of subjects.entries()) {
    validateFlowSubject(check, subject, index(child(at, 'subjects'), position));
  }
  if (resourceRules.length + nonResourceRules.length === 0)
    required(check, at, 'must have resourceRules or nonResourceRules');
  for (const [position, one] of resourceRules.entries()) {
    validateResourceRule(check, one, index(child(at, 'resourceRules'), position));
  }
  for (const [position, one] of nonResourceRules.entries()) {
    validateUrlRule(check, one, index(child(at, 'nonResourceRules'), position));
  }
}

function validateResourceRule(check: Check, rule: ResourcePolicyRule, at: FieldPath): void {
  const { namespaces = [] } = rule;
  validateVerbs(check, rule.verbs, child(at, 'verbs'));
  validateWildcardList(check, rule.apiGroups, child(at, 'apiGroups'));
  validateWildcardList(check, rule.resources, child(at, 'resources'));
  const place = child(at, 'namespaces');
  if (namespaces.length === 0 && rule.clusterScope !== true) required(check, place);
  else if (namespaces.includes('*')) validateWildcardList(check, namespaces, place);
  else for (const [position, one] of namespaces.entries()) checkText(check, index(place, position), one, dns1123Label);
}

function validateUrlRule(check: Check, rule: NonResourcePolicyRule, at: FieldPath): void {
  const { nonResourceURLs: urls = [] } = rule;
  validateVerbs(check, rule.verbs, child(at, 'verbs'));
  const place = child(at, 'nonResourceURLs');
  if (urls.length === 0 || urls.includes('*')) validateWildcardList(check, urls, place);
  else for (const [position, one] of urls.entries()) checkText(check, index(place, position), one, urlPath);
}

function validateVerbs(check: Check, given: readonly string[] = [], at: FieldPath): void {
  if (given.length === 0 || given.includes('*')) validateWildcardList(check, given, at);
  else if (given.some((verb) => !verbs.includes(verb))) notSupported(check, at, given, verbs);
}

/** Must have an item; '*' stands alone. */
function validateWildcardList(check: Check, list: readonly string[] = [], at: FieldPath): void {
  if (list.length === 0) required(check, at);
  if (list.length > 1 && list.includes('*')) invalid(check, at, list, "may have nothing beside '*'");
}

function urlPath(path: string): string | undefined {
  if (path === '/') return undefined;
  if (!path.startsWith('/')) return "must start with '/'";
  if (path.includes(' ') || path.includes('//')) return "may have no space and no '//'";
  const star = path.indexOf('*');
  return star === -1 || (star === path.length - 1 && path.endsWith('/*'))
    ? undefined
    : "may have '*' only as a last '/*'";
}
