import type { Device, ResourceSliceSpec } from '../../schema/types/resource-v1.ts';
import type { Check } from '../check.ts';

/** First minor version in which these fields are looked at by default; before, the server drops them. */
const firstMinor = 36;

/** A slice as the server sees it once it has dropped what is behind a feature gate that is off by default. */
export function withoutDroppedFields(check: Check, spec: ResourceSliceSpec): ResourceSliceSpec {
  if (check.minor >= firstMinor) return spec;
  const { sharedCounters: _, perDeviceNodeSelection: __, devices, ...rest } = spec;
  return devices === undefined ? rest : { ...rest, devices: devices.map((device) => plainDevice(device)) };
}

function plainDevice({ name, attributes, capacity = {} }: Device): Device {
  const plain = Object.entries(capacity).map(([key, { requestPolicy: _, ...one }]) => [key, one] as const);
  return {
    ...(name === undefined ? {} : { name }),
    ...(attributes === undefined ? {} : { attributes }),
    capacity: Object.fromEntries(plain),
  };
}
