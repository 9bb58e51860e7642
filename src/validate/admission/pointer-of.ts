const path = /\bobject((?:\.\??[A-Za-z_]\w*|\[\??'[^'\\]*'\]|\[\d+\])+)/g;
const step = /\.\??([A-Za-z_]\w*)|\[\??'([^'\\]*)'\]|\[(\d+)\]/g;

/**
 * Where a failing expression looks first, as far as the object has it: `object.spec.replicas <= 3` points at `/spec/replicas`. The empty
 * pointer when it says no place, or several that have nothing in common.
 */
export function pointerOf(expression: string, object: unknown): string {
  const pointers = [...expression.matchAll(path)].map(([, steps = '']) => existing(steps, object));
  const [first = [], ...others] = pointers.filter((one) => one.length > 0);
  let shared = first;
  for (const other of others) {
    const differs = shared.findIndex((part, at) => other[at] !== part);
    if (differs >= 0) shared = shared.slice(0, differs);
  }
  return shared.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function existing(steps: string, object: unknown): readonly string[] {
  const parts: string[] = [];
  let value = object;
  for (const [, plain, quoted, index] of steps.matchAll(step)) {
    const part = plain ?? quoted ?? index ?? '';
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) break;
    value = (value as Readonly<Record<string, unknown>>)[part];
    parts.push(part);
  }
  return parts;
}
