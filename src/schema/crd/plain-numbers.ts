import { isMembers, setMember } from './members.ts';
import type { Members } from './members.ts';

/** A schema whose limits are numbers: beyond 2^53 they limit nothing, so the nearest number serves. The input when there is no bigint. */
export function plainNumbers<Schema>(schema: Schema): Schema {
  return convert(schema) as Schema;
}

function convert(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => convert(item));
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  if (!isMembers(value)) return value;
  let copy: Members | undefined;
  for (const name of Object.keys(value)) {
    const converted = convert(value[name]);
    if (converted !== value[name]) setMember((copy ??= { ...value }), name, converted);
  }
  return copy ?? value;
}
