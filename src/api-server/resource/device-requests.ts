import type { DeviceRequest, DeviceSubRequest, ExactDeviceRequest } from '../../schema/types/resource-v1.ts';
import { dns1123Label, dns1123Subdomain } from '../../formats/index.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkOneOf, checkRequiredText, checkText } from '../text-field.ts';
import { validateDeviceSelectors } from './device-selectors.ts';
import { validateDeviceToleration } from './device-tolerations.ts';
import { validateList } from './lists.ts';

/** Devices of one class, or the first of some subrequests that can be had. */
export function validateDeviceRequest(check: Check, request: DeviceRequest, at: FieldPath): void {
  const { exactly, firstAvailable = [] } = request;
  checkText(check, child(at, 'name'), request.name ?? '', dns1123Label);
  const both = exactly !== undefined && firstAvailable.length > 0;
  if (both) invalid(check, at, undefined, 'may have one of exactly and firstAvailable');
  if (exactly === undefined && firstAvailable.length === 0) required(check, at, 'must have exactly or firstAvailable');
  if (both && check.minor >= 35) return;
  validateList(check, firstAvailable, child(at, 'firstAvailable'), {
    maximum: 8,
    item: (subrequest, place) => validateSubrequest(check, subrequest, place),
    identity: ({ name = '' }) => name,
    identityField: 'name',
  });
  if (exactly !== undefined) validateWanted(check, exactly, child(at, 'exactly'));
}

function validateSubrequest(check: Check, subrequest: DeviceSubRequest, at: FieldPath): void {
  checkText(check, child(at, 'name'), subrequest.name ?? '', dns1123Label);
  validateWanted(check, subrequest, at);
}

function validateWanted(check: Check, wanted: ExactDeviceRequest, at: FieldPath): void {
  checkRequiredText(check, child(at, 'deviceClassName'), wanted.deviceClassName, dns1123Subdomain);
  validateDeviceSelectors(check, wanted.selectors, child(at, 'selectors'));
  validateCount(check, wanted, at);
  validateList(check, wanted.tolerations, child(at, 'tolerations'), {
    item: (toleration, place) => validateDeviceToleration(check, toleration, place),
  });
}

function validateCount(check: Check, wanted: ExactDeviceRequest, at: FieldPath): void {
  const mode = wanted.allocationMode || 'ExactCount';
  const count = Number(wanted.count ?? 0);
  checkOneOf(check, child(at, 'allocationMode'), mode, ['All', 'ExactCount']);
  if (mode === 'All' && count !== 0) invalid(check, child(at, 'count'), count, 'may not be set for All');
  if (mode === 'ExactCount' && count < 0) invalid(check, child(at, 'count'), count, 'must be above 0');
}
