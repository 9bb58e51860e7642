import { dns1123Subdomain, pathSegmentName, portName, portNumber } from '../../formats/index.ts';
import type { TypedLocalObjectReference } from '../../schema/types/core-v1.ts';
import type { IngressBackend, IngressServiceBackend } from '../../schema/types/networking-v1.ts';
import type { Check } from '../check.ts';
import { invalid, required } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkRequiredText, checkText } from '../text-field.ts';

/** A service or a resource. `names`: what a service may be called. */
export function validateIngressBackend(
  check: Check,
  backend: IngressBackend,
  at: FieldPath,
  names: (name: string) => string | undefined,
): void {
  const { resource, service } = backend;
  if (resource !== undefined && service !== undefined) {
    invalid(check, at, '', 'may have a service or a resource, not both');
  } else if (resource !== undefined) validateReference(check, resource, child(at, 'resource'));
  else if (service === undefined) invalid(check, at, '', 'must have a service or a resource');
  else validateService(check, service, at, names);
}

function validateService(
  check: Check,
  service: IngressServiceBackend,
  at: FieldPath,
  names: (name: string) => string | undefined,
): void {
  checkRequiredText(check, child(at, 'service', 'name'), service.name, names);
  const { name = '', number = 0 } = service.port ?? {};
  if (name !== '' && number !== 0) invalid(check, at, '', 'may have the name of a port or its number, not both');
  else if (name !== '') checkText(check, child(at, 'service', 'port', 'name'), name, portName);
  else if (number === 0) required(check, at, 'must have the name or the number of a port');
  else {
    const wrong = portNumber(number);
    if (wrong !== undefined) invalid(check, child(at, 'service', 'port', 'number'), number, wrong);
  }
}

/** Names a resource of any kind, in the same place as what refers to it. */
export function validateReference(check: Check, reference: TypedLocalObjectReference, at: FieldPath): void {
  if (reference.apiGroup !== undefined) {
    checkText(check, child(at, 'apiGroup'), reference.apiGroup, dns1123Subdomain);
  }
  checkRequiredText(check, child(at, 'kind'), reference.kind, pathSegmentName);
  checkRequiredText(check, child(at, 'name'), reference.name, pathSegmentName);
}
