import type { CelType } from './type.ts';
import type { CelOpaque } from './value.ts';

/** A value of a library's type. `payloadOf` gives back what it was made of; the checker keeps the types apart. */
export function opaque<Payload>(
  type: CelType,
  value: Payload,
  equals: (one: Payload, other: Payload) => boolean,
  bytes?: number,
): CelOpaque {
  const made = {
    kind: 'opaque',
    type: type.name,
    value,
    equals: (other: CelOpaque): boolean => equals(value, payloadOf<Payload>(other)),
  } as const;
  return bytes === undefined ? made : { ...made, bytes };
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its overload is given
export function payloadOf<Payload>(value: CelOpaque): Payload {
  return value.value as Payload;
}
