import type { DeviceRequest, ResourceClaimSpec } from '../../schema/types/resource-v1.ts';

interface Counted {
  readonly allocationMode?: string;
  readonly count?: number | bigint;
}

/** As the server fills it in before it compares: one device when nothing is said. */
export function withRequestDefaults(spec: ResourceClaimSpec | undefined): unknown {
  const { devices } = spec ?? {};
  if (devices?.requests === undefined) return spec;
  return { ...spec, devices: { ...devices, requests: devices.requests.map(requestWithDefaults) } };
}

function requestWithDefaults(request: DeviceRequest): unknown {
  const { exactly, firstAvailable } = request;
  return Object.assign(
    {},
    request,
    exactly === undefined ? {} : { exactly: counted(exactly) },
    firstAvailable === undefined ? {} : { firstAvailable: firstAvailable.map(counted) },
  );
}

function counted<Wanted extends Counted>(wanted: Wanted): Wanted {
  const allocationMode = wanted.allocationMode || 'ExactCount';
  return allocationMode === 'ExactCount' ? { ...wanted, allocationMode, count: wanted.count || 1 } : wanted;
}
