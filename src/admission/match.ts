import type { MatchResources, NamedRuleWithOperations } from '../schema/types/admissionregistration-v1.ts';
import { isNamespaceObject } from './request.ts';
import type { AdmissionRequest, Json, Resource } from './request.ts';
import { both } from './answer.ts';
import { matchesNamespace, matchesObject } from './selector.ts';

/** The version in which a policy sees the object. */
export interface Seen {
  readonly resource: Resource;
  readonly object: Json;
  readonly oldObject?: Json | undefined;
}

/** A text says why it is not known whether it matches. */
export type Match = false | string | Seen;

/** Whether a policy, or a binding, is about a request. Without rules it is about every resource. */
export function matchRequest(match: MatchResources, request: AdmissionRequest): Match {
  const selected = both(
    matchesNamespace(match.namespaceSelector, request),
    matchesObject(match.objectSelector, request),
  );
  if (selected === false) return false;
  const excluded = matchRules(match.excludeResourceRules ?? [], match, request);
  if (excluded !== false && typeof excluded !== 'string') return false;
  const { object, oldObject, resource } = request;
  const rules = match.resourceRules ?? [];
  const taken = rules.length === 0 ? { resource, object, oldObject } : matchRules(rules, match, request);
  if (taken === false) return false;
  return [selected, excluded].find((one) => typeof one === 'string') ?? taken;
}

function matchRules(
  rules: readonly NamedRuleWithOperations[],
  { matchPolicy }: MatchResources,
  request: AdmissionRequest,
): Match {
  const { object, oldObject, resource } = request;
  const own = rules.filter((rule) => matchesRule(rule, resource, request));
  const named = own.map((rule) => isNamed(rule, request));
  if (named.includes(true)) return { resource, object, oldObject };
  const unknown = named.find((one) => typeof one === 'string');
  if (unknown !== undefined) return unknown;
  if (matchPolicy === 'Exact') return false;
  for (const rule of rules) {
    for (const other of request.otherVersions) {
      if (!matchesRule(rule, other.resource, request)) continue;
      const isOne = isNamed(rule, request);
      if (isOne === false) continue;
      if (typeof isOne === 'string') return isOne;
      const { group, version } = other.resource;
      if (other.object === undefined) return `how the server converts the object to ${group}/${version}`;
      return { resource: other.resource, object: other.object, oldObject: other.oldObject };
    }
  }
  return false;
}

function isNamed({ resourceNames = [] }: NamedRuleWithOperations, { name }: AdmissionRequest): boolean | string {
  if (resourceNames.length === 0) return true;
  return name !== undefined && resourceNames.includes(name);
}

function matchesRule(rule: NamedRuleWithOperations, resource: Resource, request: AdmissionRequest): boolean {
  return (
    isScope(rule.scope ?? '*', request) &&
    takes(rule.operations, request.operation) &&
    takes(rule.apiGroups, resource.group) &&
    takes(rule.apiVersions, resource.version) &&
    (rule.resources ?? []).some((named) => isResource(named, resource.resource))
  );
}

function isScope(scope: string, request: AdmissionRequest): boolean {
  if (scope === '*') return true;
  const namespaced = !isNamespaceObject(request) && request.namespace !== undefined;
  return scope === (namespaced ? 'Namespaced' : 'Cluster');
}

function takes(items: readonly string[] | undefined, text: string): boolean {
  return items?.some((item) => item === '*' || item === text) === true;
}

/** `pods` or `*`, and with `/*` their subresources, too; a request here is never about one. */
function isResource(named: string, resource: string): boolean {
  const slash = named.indexOf('/');
  const [name, sub] = slash < 0 ? [named, ''] : [named.slice(0, slash), named.slice(slash + 1)];
  return (name === '*' || name === resource) && (sub === '*' || sub === '');
}
