export type Members = { [name: string]: unknown };

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whatever its name: plain assignment of `__proto__` would change the prototype instead. */
export function setMember(target: Members, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  } else target[name] = value;
}

export function hasMember(target: Members, name: string): boolean {
  return Object.hasOwn(target, name);
}

/** A copy that shares nothing, so that defaults may be filled in. */
export function deepCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => deepCopy(item));
  if (!isMembers(value)) return value;
  const copy: Members = {};
  for (const name of Object.keys(value)) setMember(copy, name, deepCopy(value[name]));
  return copy;
}
