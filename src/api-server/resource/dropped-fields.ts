import type { Device, ResourceSliceSpec } from '../../schema/types/resource-v1.ts';
import type { Check } from '../check.ts';

/** First minor version in which these fields are looked at by default; before, the server drops them. */
const firstMinor = 36;

/** A slice as the server sees it once it has dropped what is behind a feature gate that is off by default. */
export function withoutDroppedFields(check: Check, spec: ResourceSliceSpec): ResourceSliceSpec {
  if (check.minor >= firstMinor) return spec;
  const kept = without(spec, ['sharedCounters', 'perDeviceNodeSelection', 'devices']);
  return spec.devices === undefined ? kept : { ...kept, devices: spec.devices.map((device) => plainDevice(device)) };
}

function plainDevice({ name = '', attributes = {}, capacity = {} }: Device): Device {
  const plain = Object.entries(capacity).map(([key, one]) => [key, without(one, ['requestPolicy'])] as const);
  return { name, attributes, capacity: Object.fromEntries(plain) };
}

function without<Value extends object, Key extends keyof Value & string>(
  value: Value,
  keys: readonly Key[],
): Omit<Value, Key> {
  const kept = Object.entries(value).filter(([key]) => !(keys as readonly string[]).includes(key));
  return Object.fromEntries(kept) as Omit<Value, Key>;
}
