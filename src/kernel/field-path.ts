/**
 * A path into an object, as the API server writes it in the causes of a refusal: `spec.ports[0].port`,
 * `metadata.labels[app]`. A linked list, so that walking an object costs nothing until something is wrong.
 * The root is `undefined`.
 */
export interface FieldPath {
  readonly parent: FieldPath | undefined;
  readonly part: string | number;
  /** Written in brackets though it is a string: a key of a map. */
  readonly keyed: boolean;
}

export function child(at: FieldPath | undefined, part: string, ...more: readonly string[]): FieldPath {
  let path: FieldPath = { parent: at, part, keyed: false };
  for (const next of more) path = { parent: path, part: next, keyed: false };
  return path;
}

/** An item of a list. */
export function index(at: FieldPath | undefined, position: number): FieldPath {
  return { parent: at, part: position, keyed: false };
}

/** An entry of a map. */
export function key(at: FieldPath | undefined, name: string): FieldPath {
  return { parent: at, part: name, keyed: true };
}

/** As the server writes it; the root is the empty text. */
export function formatField(at: FieldPath | undefined): string {
  if (at === undefined) return '';
  const before = formatField(at.parent);
  if (typeof at.part === 'number' || at.keyed) return `${before}[${at.part}]`;
  return before === '' ? at.part : `${before}.${at.part}`;
}

/** RFC 6901; the root is the empty text. */
export function pointerTo(at: FieldPath | undefined): string {
  if (at === undefined) return '';
  return `${pointerTo(at.parent)}/${String(at.part).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
