import type { Container, PodSpec } from '../../schema/types/core-v1.ts';
import { forbidden, invalid, notSupported } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { enabledSince } from './gates.ts';
import { isHugePageResource, isOvercommitAllowed } from './resource-names.ts';
import { rounded, validateResourceName, validateResourceRequirements } from './resources.ts';

type Amounts = Map<string, bigint>;

const podResources = ['cpu', 'memory'];

/** Resources of the pod as a whole, and whether those of its containers fit into them. `at` is the pod spec's path. */
export function validatePodResources(
  check: Check,
  spec: PodSpec,
  at: FieldPath,
  options: { readonly isPod: boolean },
): void {
  const { resources } = spec;
  if (resources === undefined || check.minor < enabledSince.podResources) return;
  const place = child(at, 'resources');
  if (spec.os?.name === 'windows') {
    forbidden(check, place, 'is not for a windows pod');
    return;
  }
  if (resources.claims !== undefined) forbidden(check, child(place, 'claims'), 'belong to containers');
  const limits = { ...resources.limits };
  const requests = { ...resources.requests };
  if (options.isPod) setDefaults(spec, limits, requests);
  const claims = new Set((spec.resourceClaims ?? []).map(({ name = '' }) => name).filter((name) => name !== ''));
  const declared = resources.claims === undefined ? {} : { claims: resources.claims };
  validateResourceRequirements(check, { ...declared, limits, requests }, place, {
    nameCheck: validatePodResourceName,
    claims,
  });
  validateTotals(check, spec, { limits, requests }, place, options);
}

function validatePodResourceName(check: Check, name: string, at: FieldPath): boolean {
  if (!validateResourceName(check, name, at)) return false;
  if (isPodResource(name)) return true;
  notSupported(check, at, name, [...podResources, 'hugepages-']);
  return false;
}

function isPodResource(name: string): boolean {
  return podResources.includes(name) || isHugePageResource(name);
}

type Written = Record<string, string | number>;

/** The server fills in what a Pod (not a template) leaves out, from its containers and from its limits. */
function setDefaults(spec: PodSpec, limits: Written, requests: Written): void {
  if (Object.keys(limits).length === 0 && Object.keys(requests).length === 0) return;
  for (const [name, amount] of total(spec, (container) => container.resources?.limits)) {
    if (isHugePageResource(name) && requests[name] === undefined) limits[name] ??= text(amount);
  }
  if (Object.keys(limits).length === 0) return;
  for (const [name, amount] of total(spec, requestsOf)) {
    if (isPodResource(name) && isOvercommitAllowed(name)) requests[name] ??= text(amount);
  }
  for (const [name, limit] of Object.entries(limits)) if (isPodResource(name)) requests[name] ??= limit;
}

function text(nano: bigint): string {
  return `${nano}n`;
}

function requestsOf({ resources }: Container): Written {
  return { ...resources?.limits, ...resources?.requests };
}

function validateTotals(
  check: Check,
  spec: PodSpec,
  { limits, requests }: { readonly limits: Written; readonly requests: Written },
  at: FieldPath,
  options: { readonly isPod: boolean },
): void {
  const wanted = total(spec, options.isPod ? requestsOf : (container) => container.resources?.requests);
  for (const [name, amount] of wanted) {
    if (!exceeds(amount, requests[name])) continue;
    invalid(check, key(child(at, 'requests'), name), requests[name], 'is less than the containers request together');
  }
  for (const [name, amount] of total(spec, (container) => container.resources?.limits)) {
    if (!isHugePageResource(name) || !exceeds(amount, limits[name])) continue;
    invalid(check, key(child(at, 'limits'), name), limits[name], 'is less than the limits of the containers together');
  }
  for (const [position, container] of (spec.containers ?? []).entries()) {
    for (const [name, limit] of Object.entries(container.resources?.limits ?? {})) {
      if (!exceeds(rounded(limit)?.nano ?? 0n, limits[name])) continue;
      // As the server writes it, though no field is there.
      const place = child(key(index(child(at, 'containers'), position), name), 'limits');
      invalid(check, place, limit, `exceeds the limit of the pod, ${limits[name]}`);
    }
  }
}

function exceeds(amount: bigint, bound: string | number | undefined): boolean {
  const allowed = bound === undefined ? undefined : rounded(bound);
  return allowed !== undefined && amount > allowed.nano;
}

/** What runs at the same time: all containers and sidecars, or one init container and the sidecars before it. */
function total(spec: PodSpec, of: (container: Container) => Readonly<Written> | undefined): Amounts {
  const sum: Amounts = new Map();
  for (const container of spec.containers ?? []) add(sum, of(container));
  const sidecars: Amounts = new Map();
  const starting: Amounts = new Map();
  for (const container of spec.initContainers ?? []) {
    const isSidecar = container.restartPolicy === 'Always';
    if (isSidecar) {
      add(sum, of(container));
      add(sidecars, of(container));
    }
    const now = new Map(sidecars);
    if (!isSidecar) add(now, of(container));
    raise(starting, now);
  }
  raise(sum, starting);
  return sum;
}

function add(sum: Amounts, resources: Readonly<Written> | undefined): void {
  for (const [name, value] of Object.entries(resources ?? {})) {
    const amount = rounded(value)?.nano ?? 0n;
    sum.set(name, (sum.get(name) ?? 0n) + amount);
  }
}

function raise(sum: Amounts, other: ReadonlyMap<string, bigint>): void {
  for (const [name, amount] of other) {
    const current = sum.get(name);
    if (current === undefined || amount > current) sum.set(name, amount);
  }
}
