/** A place in a file. Lines and columns are 1-based, columns in UTF-16 units, `endColumn` exclusive. */
export interface Location {
  /** Repo-relative with `/`, or the path as the user gave it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** Index of the YAML document in the file, from 0. */
  readonly document?: number;
  /** Only when the file is not the work tree's. */
  readonly commit?: string;
}

/** Where something was declared. `symbol` names it: `payments`, `payments/checkout`, `component/cert-manager`. */
export interface Declared extends Location {
  readonly symbol: string;
}

/** `file:line:column`, the form that terminals and editors turn into a link. */
export function formatLocation(location: Location): string {
  return `${location.file}:${location.line}:${location.column}`;
}
