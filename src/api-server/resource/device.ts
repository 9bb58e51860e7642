import type { Device } from '../../schema/types/resource-v1.ts';
import { dns1123Label } from '../../formats/index.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkText } from '../text-field.ts';
import { validateBindingConditions } from './binding-conditions.ts';
import { validateCounterConsumption } from './counters.ts';
import { validateDeviceAttribute } from './device-attributes.ts';
import { validateDeviceCapacity } from './device-capacity.ts';
import { longestQualifiedName, validateDeviceName } from './device-names.ts';
import { validateDeviceTaint } from './device-tolerations.ts';
import { validateList, validateMap } from './lists.ts';
import { validateNodeChoice } from './node-choice.ts';

const mostProperties = 32;

/** `choosesNodes`: each device of the slice says itself where it is. */
export function validateDevice(check: Check, device: Device, choosesNodes: boolean, at: FieldPath): void {
  const { attributes = {}, capacity = {} } = device;
  checkText(check, child(at, 'name'), device.name ?? '', dns1123Label);
  const properties = Object.keys(attributes).length + Object.keys(capacity).length;
  if (properties > mostProperties) {
    invalid(check, at, properties, `may have at most ${mostProperties} attributes and capacities together`);
  }
  const names = { longestKey: longestQualifiedName, name: validateName };
  validateMap(check, attributes, child(at, 'attributes'), {
    ...names,
    value: (attribute, place) => validateDeviceAttribute(check, attribute, place),
  });
  validateMap(check, capacity, child(at, 'capacity'), {
    ...names,
    value: (one, place) => validateDeviceCapacity(check, one, device.allowMultipleAllocations === true, place),
  });
  validateList(check, device.taints, child(at, 'taints'), {
    maximum: 16,
    item: (taint, place) => validateDeviceTaint(check, taint, place),
  });
  validateList(check, device.consumesCounters, child(at, 'consumesCounters'), {
    maximum: 2,
    item: (consumption, place) => validateCounterConsumption(check, consumption, place),
    identity: ({ counterSet = '' }) => counterSet,
  });
  if (choosesNodes) validateNodeChoice(check, device, at, { ofDevice: true });
  else if (device.nodeName !== undefined || device.nodeSelector !== undefined || device.allNodes !== undefined) {
    invalid(check, at, undefined, 'may only choose nodes when the slice has perDeviceNodeSelection');
  }
  validateBindingConditions(check, device, at);

  function validateName(name: string, place: FieldPath): void {
    validateDeviceName(check, name, place);
  }
}
