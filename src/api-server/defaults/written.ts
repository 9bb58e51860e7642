import { fieldFact, objectType } from '../../schema/index.ts';
import type { FieldType, Primitive } from '../../schema/index.ts';
import { isMembers } from './members.ts';
import type { Members } from './members.ts';
import { quantityText, resourceText } from './quantity-text.ts';

/**
 * A copy as the server holds it before it fills in its defaults: what is empty and no pointer is not there, objects that are no pointers
 * are, and amounts and times are written its way.
 */
export function held(value: Members, type: string, minor: number): Members {
  const copy: Members = {};
  for (const [name, field] of objectType(type, minor)) {
    const { form } = fieldFact(type, name);
    const own = Object.hasOwn(value, name) ? value[name] : undefined;
    if (own === undefined || own === null) {
      if (field.form === 'object' && (form === 'v' || form === 'V')) copy[name] = held({}, field.type, minor);
      continue;
    }
    const written = heldValue(own, field, minor);
    if ((form === 'v' || form === 'V') && isEmptyText(written, field)) continue;
    if (form === 'v' && isEmpty(written, field)) continue;
    if (form === 'z' && isMembers(written) && Object.keys(written).length === 0) continue;
    copy[name] = written;
  }
  return copy;
}

/** An empty text or a zero that is no pointer is one that nobody set: defaults may replace it. */
function isEmptyText(value: unknown, field: FieldType): boolean {
  return (
    field.form === 'primitive' && field.primitive !== 'RawExtension' && (value === '' || value === 0 || value === false)
  );
}

function isEmpty(value: unknown, field: FieldType): boolean {
  if (field.form === 'list') return Array.isArray(value) && value.length === 0;
  if (field.form === 'map') return isMembers(value) && Object.keys(value).length === 0;
  return false;
}

function heldValue(value: unknown, field: FieldType, minor: number): unknown {
  switch (field.form) {
    case 'object':
      return isMembers(value) ? held(value, field.type, minor) : value;
    case 'list':
      return Array.isArray(value) ? value.map((item: unknown) => heldValue(item, field.items, minor)) : value;
    case 'map':
      return isMembers(value)
        ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, entry(item, field.values, minor)]))
        : value;
    default:
      return writtenPrimitive(value, field.primitive);
  }
}

function entry(value: unknown, type: FieldType, minor: number): unknown {
  if (type.form === 'primitive' && type.primitive === 'Quantity') return resourceText(value);
  return heldValue(value, type, minor);
}

function writtenPrimitive(value: unknown, primitive: Primitive): unknown {
  if (primitive === 'Quantity') return quantityText(value);
  if (primitive === 'Time' && typeof value === 'string') return timeText(value, 0);
  if (primitive === 'MicroTime' && typeof value === 'string') return timeText(value, 6);
  if (primitive === 'bytes' && typeof value === 'string') return value.replaceAll(/[\r\n]/g, '');
  return value;
}

function timeText(text: string, digits: number): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) return text;
  const fraction = /[.,](\d+)/.exec(text)?.[1] ?? '';
  const seconds = time.toISOString().slice(0, 19);
  return digits === 0 ? `${seconds}Z` : `${seconds}.${fraction.padEnd(digits, '0').slice(0, digits)}Z`;
}

/** Adds, in place, what the server's types always write: empty texts, zeros, nulls. Defaults come before. */
export function completed(value: Members, type: string, minor: number): Members {
  for (const [name, field] of objectType(type, minor)) {
    const { form } = fieldFact(type, name);
    if (value[name] === undefined) {
      if (form === 'P') value[name] = null;
      else if (form === 'V' || (form === 'v' && isStruct(field))) value[name] = zeroOf(field, minor);
    }
    completeValue(value[name], field, minor);
  }
  return value;
}

function completeValue(value: unknown, field: FieldType, minor: number): void {
  if (field.form === 'object' && isMembers(value)) completed(value, field.type, minor);
  else if (field.form === 'list' && Array.isArray(value)) {
    for (const item of value) completeValue(item, field.items, minor);
  } else if (field.form === 'map' && isMembers(value)) {
    for (const item of Object.values(value)) completeValue(item, field.values, minor);
  }
}

const structs: ReadonlySet<Primitive> = new Set(['Quantity', 'IntOrString', 'Time', 'MicroTime', 'RawExtension']);

function isStruct(field: FieldType): boolean {
  return field.form === 'object' || (field.form === 'primitive' && structs.has(field.primitive));
}

function zeroOf(field: FieldType, minor: number): unknown {
  if (field.form === 'object') return completed({}, field.type, minor);
  if (field.form !== 'primitive') return null;
  switch (field.primitive) {
    case 'string':
      return '';
    case 'boolean':
      return false;
    case 'int32':
    case 'int64':
    case 'double':
    case 'IntOrString':
      return 0;
    case 'Quantity':
      return '0';
    default:
      return null;
  }
}
