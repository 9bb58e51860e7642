import type { JsonObject } from '#src/kernel/index.ts';

interface Dependent {
  readonly reason: string;
  readonly matches: (status: number, message: string, object: JsonObject) => boolean;
}

/** Refusals that no look at the object alone can foresee: they depend on other objects or on how the server was started. */
const dependents: readonly Dependent[] = [
  said('an object of that name is stored already', 409, /already exists/),
  said(
    'the namespace of the request is chosen from the object by clients',
    400,
    /does not match the namespace (sent on|on) the (request|url)/,
  ),
  said(
    'another name makes another object, no change of this one',
    400,
    /name of the object .* (does not match the name on the URL|was undeterminable)/,
  ),
  said('clients read the resource version from the server', 422, /^[^:]*: metadata\.resourceVersion: [^,]*$/),
  said('a label of the namespace allows it', 422, /requires the `resource\.kubernetes\.io\/admin-access: true` label/),
  said('clients read the resource version from the server', 500, /strconv\.ParseUint/),
  said('the server panics, and says nothing', 599, /closed the connection/),
  said('the object was changed meanwhile', 409, /the object has been modified/),
  said('the namespace, or another object that the request names, is not stored', 404, /not found|could not find/),
  said(
    'no ServiceAccount of that name is stored',
    403,
    /error looking up service account|no API token found for service account/,
  ),
  said('no PriorityClass of that name is stored', 403, /no PriorityClass with name/),
  said('the PriorityClass that is the default, or none', 403, /priority admission controller computed/),
  said('no RuntimeClass of that name is stored', 403, /pod rejected: RuntimeClass .* not found/),
  said(
    'a quota or a LimitRange of the namespace',
    403,
    /exceeded quota|failed quota|maximum .* usage per|minimum .* usage per/,
  ),
  said(
    "the server's own range of addresses",
    422,
    /provided IP is not in the valid range|range of valid IPs|not in the valid range/,
  ),
  said('a label of the namespace', 422, /label on the containing namespace/),
  said('the port or address is taken', 422, /provided (port|IP) is already allocated/),
  said("the server's own range of node ports", 422, /provided port is not in the valid range/),
  said('the rights of whoever asks', 403, /attempting to grant RBAC permissions not currently held|user .* cannot /),
  said('whether this server was started with a family of addresses', 422, /not configured on this cluster/),
];

/** Why a refusal does not count; undefined when it does. */
export function dependsOnOthers(status: number, message: string, object: JsonObject): string | undefined {
  return dependents.find(({ matches }) => matches(status, message, object))?.reason;
}

function said(reason: string, status: number, pattern: RegExp): Dependent {
  return { reason, matches: (given, message) => given === status && pattern.test(message) };
}
