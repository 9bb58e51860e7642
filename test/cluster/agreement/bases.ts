import { readdirSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import type { JsonObject } from '#src/kernel/index.ts';

/** An object that both servers accept, to be mutated. */
export interface Base {
  readonly file: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly object: JsonObject;
}

export interface Bases {
  readonly objects: readonly Base[];
  /** `Pod spec.resizePolicy` or `spec.x`: fields that no base object of the file can hold. */
  readonly unfilled: readonly { readonly file: string; readonly field: string }[];
}

const folder = new URL('bases/', import.meta.url);

/**
 * The documents of `bases/`. A document with a line `# kubernetes: 1.36` is only for that version and newer ones, `# kubernetes: 1.34-1.35`
 * for these. `# unfilled: Pod spec.x (why)` excuses a field, `# unfilled until 1.34: ...` in that version and older ones.
 */
export function readBases(minor: number): Bases {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const read = files.toSorted().map((file) => readFile(file, minor));
  return { objects: read.flatMap(({ objects }) => objects), unfilled: read.flatMap(({ unfilled }) => unfilled) };
}

function readFile(file: string, minor: number): Bases {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const unfilled = [...text.matchAll(/^#\s*unfilled(?: until 1\.(\d+))?:\s*(.*)$/gm)]
    .filter(([, until]) => minor <= Number(until ?? Infinity))
    .flatMap(([, , line = '']) => unfilledIn(line).map((field) => ({ file, field })));
  const objects = text
    .split(/^---.*$/m)
    .filter((part) => isFor(part, minor))
    .flatMap((part) => parseAllDocuments(part, { version: '1.1', merge: true }))
    .flatMap((document): readonly Base[] => {
      for (const error of 'errors' in document ? document.errors : []) throw new Error(`${file}: ${error.message}`);
      const object = ('toJS' in document ? document.toJS() : null) as JsonObject | null;
      if (object === null) return [];
      const { apiVersion, kind } = object as { apiVersion: string; kind: string };
      return [{ file, apiVersion, kind, object }];
    });
  return { objects, unfilled };
}

/** `Pod spec.a (why), spec.b (why)`: the fields, with the kind before them. */
function unfilledIn(line: string): readonly string[] {
  const kind = /^[A-Z]\w*(?= )/.exec(line)?.[0];
  const parts = line
    .slice(kind?.length ?? 0)
    .replaceAll(/\([^)]*\)/g, '')
    .split(',');
  const fields = parts.map((part) => part.trim().split(' ')[0] ?? '').filter((field) => /^[a-z]/.test(field));
  if (kind !== undefined) return fields.map((field) => `${kind} ${field}`);
  return fields.filter((field) => field.includes('.'));
}

function isFor(part: string, minor: number): boolean {
  const range = /^#\s*kubernetes:\s*1\.(\d+)(?:-1\.(\d+))?/m.exec(part);
  if (range === null) return true;
  return minor >= Number(range[1]) && minor <= Number(range[2] ?? Infinity);
}
