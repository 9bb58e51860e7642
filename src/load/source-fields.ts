import type { Location } from '../kernel/index.ts';
import { membersOf, skipTrivia } from './source-scan.ts';

/** A field's places in a source file: of its key, and of its value. */
export interface FieldPlaces {
  readonly key: Location;
  readonly value: Location;
}

function offsetOf(text: string, { line, column }: Location): number {
  let at = 0;
  for (let current = 1; current < line; current += 1) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return at + column - 1;
}

function locationAt(text: string, file: string, offset: number): Location {
  const before = text.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/**
 * Where a field of a `define*` call's argument is written, or the nearest of its parents. Undefined when the argument is no
 * literal (a spread, a variable, a function's result): then the call itself is the place.
 */
export function findField(text: string, call: Location, pointer: string): FieldPlaces | undefined {
  const open = text.indexOf('(', offsetOf(text, call));
  if (open < 0) return undefined;
  let value = skipTrivia(text, open + 1);
  let found: FieldPlaces | undefined;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const member = membersOf(text, value).findLast((one) => one.key === name);
    if (member === undefined) return found;
    value = member.valueStart;
    found = { key: locationAt(text, call.file, member.keyStart), value: locationAt(text, call.file, value) };
  }
  return found;
}
