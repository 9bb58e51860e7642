import type { DeviceRequest, ExactDeviceRequest, ResourceClaimSpec } from '../../schema/types/resource-v1.ts';
import { parseQuantity } from '../../formats/index.ts';

/** A claim's spec in a form in which two are equal when they are to the server: defaults filled in, amounts by their worth. */
export function withRequestDefaults({ devices = {} }: ResourceClaimSpec = {}): unknown {
  return { devices: { ...devices, requests: (devices.requests ?? []).map((request) => comparableRequest(request)) } };
}

function comparableRequest(request: DeviceRequest): unknown {
  return {
    ...request,
    exactly: request.exactly === undefined ? undefined : comparableWish(request.exactly),
    firstAvailable: request.firstAvailable?.map((one) => comparableWish(one)),
  };
}

function comparableWish(wish: ExactDeviceRequest): unknown {
  const allocationMode = wish.allocationMode || 'ExactCount';
  const amounts = Object.entries(wish.capacity?.requests ?? {}).map(([name, amount]) => {
    return [name, String(parseQuantity(amount)?.nano ?? amount)] as const;
  });
  return {
    ...wish,
    allocationMode,
    count: wish.count || (allocationMode === 'ExactCount' ? 1 : 0),
    // Set to false it is not unset: it is a pointer there.
    adminAccess: String(wish.adminAccess),
    capacity: Object.fromEntries(amounts),
    tolerations: wish.tolerations?.map((one) => ({ ...one, operator: one.operator || 'Equal' })),
  };
}
