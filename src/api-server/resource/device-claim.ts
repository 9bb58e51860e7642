import type { DeviceClaim, DeviceConstraint, ResourceClaimSpec } from '../../schema/types/resource-v1.ts';
import { required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateDeviceConfiguration } from './device-configuration.ts';
import { validateFullDeviceName } from './device-names.ts';
import { validateDeviceRequest } from './device-requests.ts';
import { validateList } from './lists.ts';
import { requestNamesOf, validateRequestReference } from './request-names.ts';
import type { RequestNames } from './request-names.ts';

const most = 32;

/** The spec of a claim or of a template's claims. */
export function validateResourceClaimSpec(check: Check, spec: ResourceClaimSpec = {}, at: FieldPath): void {
  validateDeviceClaim(check, spec.devices ?? {}, child(at, 'devices'));
}

function validateDeviceClaim(check: Check, { requests = [], constraints, config }: DeviceClaim, at: FieldPath): void {
  const known = requestNamesOf(requests);
  validateList(check, requests, child(at, 'requests'), {
    maximum: most,
    item: (request, place) => validateDeviceRequest(check, request, place),
    identity: ({ name = '' }) => name,
    identityField: 'name',
  });
  validateList(check, constraints, child(at, 'constraints'), {
    maximum: most,
    item: (constraint, place) => validateConstraint(check, constraint, known, place),
  });
  validateList(check, config, child(at, 'config'), {
    maximum: most,
    item: (one, place) => {
      validateReferences(check, one.requests, known, child(place, 'requests'));
      validateDeviceConfiguration(check, one, place);
    },
  });
}

function validateConstraint(check: Check, constraint: DeviceConstraint, known: RequestNames, at: FieldPath): void {
  const { matchAttribute, distinctAttribute } = constraint;
  validateReferences(check, constraint.requests, known, child(at, 'requests'));
  if (matchAttribute !== undefined) validateFullDeviceName(check, matchAttribute, child(at, 'matchAttribute'));
  else if (distinctAttribute !== undefined) {
    validateFullDeviceName(check, distinctAttribute, child(at, 'distinctAttribute'));
  } else if (check.minor >= 36) required(check, at, 'must have matchAttribute or distinctAttribute');
  else required(check, child(at, 'matchAttribute'));
}

function validateReferences(check: Check, names: readonly string[] = [], known: RequestNames, at: FieldPath): void {
  validateList(check, names, at, {
    maximum: most,
    item: (name, place) => validateRequestReference(check, name, known, place),
    identity: (name) => name,
  });
}
