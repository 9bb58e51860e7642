import type { PodResourceClaim, PodSpec } from '../../schema/types/core-v1.ts';
import { dns1123Label, dns1123Subdomain, qualifiedName } from '../../formats/index.ts';
import { duplicate, forbidden, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateLabels } from '../meta/labels.ts';
import { expectFormat } from './expect-format.ts';
import { enabledSince } from './gates.ts';
import { validateAffinity } from './pod-affinity.ts';
import { mirrorPod } from './pod-annotations.ts';
import type { PodOptions } from './pod-options.ts';
import { validateContainerResourceName, validateResourceRequirements } from './resources.ts';
import { validateTolerations } from './tolerations.ts';
import { validateTopologySpread } from './topology-spread.ts';

const preemptionPolicies = ['Never', 'PreemptLowerPriority'];

/** Where the pod runs, what it needs there, and before or after whom. `at` is the pod spec's path. */
export function validatePodScheduling(check: Check, spec: PodSpec, at: FieldPath, options: PodOptions): void {
  // Of a new Pod alone: in one that is there, the selectors have what the labels gave them.
  const labels = options.isPod && check.old === undefined ? (options.metadata?.labels ?? {}) : undefined;
  validateLabels(check, spec.nodeSelector, child(at, 'nodeSelector'));
  if (spec.affinity !== undefined) validateAffinity(check, spec.affinity, child(at, 'affinity'), labels);
  validateTolerations(check, spec.tolerations ?? [], child(at, 'tolerations'));
  validateTopologySpread(check, spec.topologySpreadConstraints ?? [], child(at, 'topologySpreadConstraints'), labels);
  for (const name of ['nodeName', 'priorityClassName'] as const) {
    const value = spec[name] ?? '';
    if (value !== '') expectFormat(check, child(at, name), value, dns1123Subdomain(value));
  }
  const runtime = spec.runtimeClassName;
  if (runtime !== undefined) expectFormat(check, child(at, 'runtimeClassName'), runtime, dns1123Subdomain(runtime));
  const policy = spec.preemptionPolicy;
  if (policy === '') required(check, child(at, 'preemptionPolicy'));
  else if (policy !== undefined && !preemptionPolicies.includes(policy)) {
    notSupported(check, child(at, 'preemptionPolicy'), policy, preemptionPolicies);
  }
  if (spec.overhead !== undefined) {
    const requirements = { limits: spec.overhead };
    validateResourceRequirements(check, requirements, child(at, 'overhead'), {
      nameCheck: validateContainerResourceName,
    });
  }
  validateGates(check, spec, at);
  if (check.minor >= enabledSince.resourceClaims) {
    validateResourceClaims(check, spec.resourceClaims ?? [], child(at, 'resourceClaims'), options);
  }
}

function validateGates(check: Check, spec: PodSpec, at: FieldPath): void {
  for (const [position, { conditionType = '' }] of (spec.readinessGates ?? []).entries()) {
    const place = child(index(child(at, 'readinessGates'), position), 'conditionType');
    expectFormat(check, place, conditionType, qualifiedName(conditionType));
  }
  if (check.minor < enabledSince.schedulingGates) return;
  const seen = new Set<string>();
  for (const [position, { name = '' }] of (spec.schedulingGates ?? []).entries()) {
    const place = index(child(at, 'schedulingGates'), position);
    expectFormat(check, place, name, qualifiedName(name));
    if (seen.has(name)) duplicate(check, place, name);
    seen.add(name);
  }
}

function validateResourceClaims(
  check: Check,
  claims: readonly PodResourceClaim[],
  at: FieldPath,
  options: PodOptions,
): void {
  if (claims.length > 0 && options.metadata?.annotations?.[mirrorPod] !== undefined) {
    forbidden(check, undefined, 'a static Pod has no resource claims');
    return;
  }
  const seen = new Set<string>();
  for (const [position, claim] of claims.entries()) {
    const place = index(at, position);
    const name = claim.name ?? '';
    if (name === '') required(check, child(place, 'name'));
    else if (seen.has(name)) duplicate(check, child(place, 'name'), name);
    else expectFormat(check, child(place, 'name'), name, dns1123Label(name));
    seen.add(name);
    const { resourceClaimName: whole, resourceClaimTemplateName: template } = claim;
    if ((whole === undefined) === (template === undefined)) {
      invalid(check, place, claim, 'must have one of `resourceClaimName` and `resourceClaimTemplateName`');
    }
    for (const field of ['resourceClaimName', 'resourceClaimTemplateName'] as const) {
      const value = claim[field];
      if (value !== undefined) expectFormat(check, child(place, field), value, dns1123Subdomain(value));
    }
  }
}
