import { pointerTo } from '../kernel/index.ts';
import type { FieldPath } from '../kernel/index.ts';
import { objectType } from './tables.ts';
import type { FieldType, Primitive } from './tables.ts';

/** The unions inside a definition's schema are decoded a second time, and leniently. */
const raw: ReadonlySet<Primitive> = new Set([
  'RawExtension',
  'JSON',
  'JSONSchemaPropsOrArray',
  'JSONSchemaPropsOrBool',
  'JSONSchemaPropsOrStringArray',
]);

/** Pointers (RFC 6901) to the values of an object of a built-in kind that the server keeps as they come, without taking them apart. */
export function rawPointers(value: unknown, type: string, minor: number): readonly string[] {
  const found: string[] = [];
  visit(value, { form: 'object', type }, minor, undefined, found);
  return found;
}

function visit(value: unknown, type: FieldType, minor: number, at: FieldPath | undefined, found: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (type.form === 'primitive') {
    if (raw.has(type.primitive)) found.push(pointerTo(at));
    return;
  }
  const fields = type.form === 'object' ? objectType(type.type, minor) : undefined;
  for (const [part, item] of Object.entries(value)) {
    const inner =
      fields?.get(part) ?? (type.form === 'list' ? type.items : type.form === 'map' ? type.values : undefined);
    if (inner !== undefined) visit(item, inner, minor, { parent: at, part, keyed: false }, found);
  }
}
