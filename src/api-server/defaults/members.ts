/** A mapping of ours, to be changed in place. */
export type Members = { [name: string]: unknown };

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping under a name; an empty one that is no part of anything where there is none. */
export function membersAt(value: Members, name: string): Members {
  const found = value[name];
  return isMembers(found) ? found : {};
}

/** The mapping under a name, made when it is not there. */
export function madeAt(value: Members, name: string): Members {
  const found = value[name];
  if (isMembers(found)) return found;
  const made: Members = {};
  value[name] = made;
  return made;
}

export function itemsAt(value: Members, name: string): readonly Members[] {
  const found = value[name];
  return Array.isArray(found) ? found.filter(isMembers) : [];
}

/** Puts a value where none is. */
export function fill(value: Members, defaults: Readonly<Record<string, unknown>>): void {
  for (const [name, given] of Object.entries(defaults)) {
    if (value[name] === undefined) value[name] = structuredClone(given);
  }
}
