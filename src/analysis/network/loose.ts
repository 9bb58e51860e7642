import { isMapping } from '../manifest.ts';

// Custom resources are as they were read: anything may stand anywhere.

export function at(value: unknown, ...path: readonly string[]): unknown {
  let node = value;
  for (const step of path) node = isMapping(node) && Object.hasOwn(node, step) ? node[step] : undefined;
  return node;
}

export function itemsAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
}

export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
