import type { ResourceRequirements } from '../../schema/types/core-v1.ts';
import {
  compareQuantity,
  isIntegerQuantity,
  parseQuantity,
  qualifiedName,
  quantityIsNegative,
  wholeValue,
} from '../../formats/index.ts';
import type { Quantity } from '../../formats/index.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateClaimNames } from './resource-claims.ts';
import {
  isExtendedResource,
  isHugePageResource,
  isIntegerResource,
  isNativeResource,
  isOvercommitAllowed,
  isStandardContainerResource,
  isStandardResource,
} from './resource-names.ts';

export type Resources = Readonly<Record<string, string | number>>;

/** Returns whether the name is fine. */
export type ResourceNameCheck = (check: Check, name: string, at: FieldPath) => boolean;

/** Any resource: `cpu`, `requests.storage`, `example.com/card`. */
export function validateResourceName(check: Check, name: string, at: FieldPath): boolean {
  const problem = qualifiedName(name);
  if (problem !== undefined) {
    invalid(check, at, name, problem);
    return false;
  }
  if (name.includes('/') || isStandardResource(name)) return true;
  invalid(check, at, name, 'is no resource of Kubernetes, and has no domain before a slash');
  return false;
}

/** A resource that a container may ask for. */
export function validateContainerResourceName(check: Check, name: string, at: FieldPath): boolean {
  const known = validateResourceName(check, name, at);
  if (name.split('/').length === 1) {
    if (isStandardContainerResource(name)) return known;
    invalid(check, at, name, 'is no resource that a container may ask for');
    return false;
  }
  if (isNativeResource(name) || isExtendedResource(name)) return known;
  invalid(check, at, name, 'is no name for an extended resource');
  return false;
}

/** Not negative, and whole where the resource is counted. */
export function validateResourceQuantityValue(check: Check, name: string, value: string | number, at: FieldPath): void {
  const quantity = rounded(value);
  if (quantity === undefined) return;
  if (quantityIsNegative(quantity)) invalid(check, at, value, 'may not be negative');
  if (isIntegerResource(name) && !isIntegerQuantity(quantity)) invalid(check, at, value, 'must be a whole number');
}

export interface ResourceRequirementsOptions {
  readonly nameCheck: ResourceNameCheck;
  /** Names of the pod's resource claims; undefined where claims are not looked at. */
  readonly claims?: ReadonlySet<string>;
}

/** Requests and limits of a container, or of a whole pod. */
export function validateResourceRequirements(
  check: Check,
  requirements: ResourceRequirements,
  at: FieldPath,
  options: ResourceRequirementsOptions,
): void {
  const limitsAt = child(at, 'limits');
  const requestsAt = child(at, 'requests');
  const limits = requirements.limits ?? {};
  const requests = requirements.requests ?? {};
  for (const [name, value] of Object.entries(limits)) validateEntry(check, name, value, key(limitsAt, name), options);
  for (const [name, value] of Object.entries(requests)) {
    validateEntry(check, name, value, key(requestsAt, name), options);
    const limit = limits[name];
    if (limit !== undefined) compareWithLimit(check, name, value, limit, requestsAt);
    else if (!isOvercommitAllowed(name))
      required(check, limitsAt, `must name ${name}, as its requests and limits are equal`);
  }
  const names = [...Object.keys(limits), ...Object.keys(requests)];
  if (names.some(isHugePageResource) && !names.includes('cpu') && !names.includes('memory')) {
    forbidden(check, at, 'huge pages need cpu or memory beside them');
  }
  if (options.claims !== undefined)
    validateClaimNames(check, requirements.claims ?? [], options.claims, child(at, 'claims'));
}

function validateEntry(
  check: Check,
  name: string,
  value: string | number,
  at: FieldPath,
  options: ResourceRequirementsOptions,
): void {
  options.nameCheck(check, name, at);
  validateResourceQuantityValue(check, name, value, at);
  if (isHugePageResource(name) && !isWholePages(name, value)) {
    invalid(check, at, value, `must be a multiple of the page size in ${name}`);
  }
}

function compareWithLimit(
  check: Check,
  name: string,
  value: string | number,
  limit: string | number,
  at: FieldPath,
): void {
  const [wanted, allowed] = [rounded(value), rounded(limit)];
  if (wanted === undefined || allowed === undefined) return;
  const order = compareQuantity(wanted, allowed);
  if (order !== 0 && !isOvercommitAllowed(name)) invalid(check, at, value, `${name} must equal its limit of ${limit}`);
  else if (order > 0) invalid(check, at, value, `${name} may not exceed its limit of ${limit}`);
}

/** Through 64 bits, as the server counts: what does not fit there is nothing, and a multiple of any page. */
function isWholePages(name: string, value: string | number): boolean {
  const size = parseQuantity(name.slice('hugepages-'.length));
  const quantity = rounded(value);
  if (quantity === undefined) return true;
  if (size === undefined || size.nano <= 0n || !isIntegerQuantity(size)) return false;
  const page = wholeValue(size);
  return page === 0n || wholeValue(quantity) % page === 0n;
}

const milli = 1_000_000n;

/** As the server keeps it: no finer than a thousandth, away from zero. */
export function rounded(value: string | number): Quantity | undefined {
  const quantity = parseQuantity(value);
  return quantity === undefined ? undefined : { ...quantity, nano: roundUp(quantity.nano, milli) };
}

function roundUp(nano: bigint, step: bigint): bigint {
  const rest = nano % step;
  if (rest === 0n) return nano;
  return nano > 0n ? nano - rest + step : nano - rest - step;
}
