import { UserError, UserErrors } from '../kernel/index.ts';
import type { Files, UnitRef } from '../kernel/index.ts';
import { readDocuments } from '../yaml/index.ts';
import type { YamlMapping, YamlValue } from '../yaml/index.ts';
import type { Scope } from './dist-path.ts';
import type { HeaderSource } from './header.ts';
import { readDist } from './read-dist.ts';
import type { DistFile } from './read-dist.ts';
import { refOf } from './render-file.ts';
import type { RenderedFile, RenderedSet, RenderedUnit } from './rendered-set.ts';

/** What `dist/` holds, read back: the set that was written, less what is never written (construct paths, lines). */
export interface ReadBack extends RenderedSet {
  /** Path of a file -> its object, or a chart's values. */
  readonly values: ReadonlyMap<string, YamlMapping>;
  /** Files with our header that do not hold one YAML mapping, and so are in no unit. */
  readonly unreadable: readonly UserError[];
}

/**
 * Reads the files with our header, edited ones too, into units. A unit without any file leaves no trace and is not found.
 * `declared` has line 1, column 1: `dist/` names files and symbols only.
 */
export function readRendered(files: Files, root: string, scope?: Scope): ReadBack {
  const units = new Map<string, { readonly source: HeaderSource; readonly files: RenderedFile[] }>();
  const values = new Map<string, YamlMapping>();
  const unreadable: UserError[] = [];
  for (const file of readDist(files, root, scope).files) {
    if (file.source === undefined || file.unit === undefined) continue;
    const text = files.read(`${root}/${file.path}`).toString('utf8');
    const value = readOne(file.path, text);
    if (value instanceof UserError) {
      unreadable.push(value);
      continue;
    }
    values.set(file.path, value);
    const unit = units.get(file.unit) ?? { source: file.source, files: [] };
    unit.files.push(renderedFile(file, file.unit, text, value));
    units.set(file.unit, unit);
  }
  const sorted = [...units].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { units: sorted.map(([id, unit]) => readUnit(id, unit.source, unit.files)), values, unreadable };
}

function renderedFile(file: DistFile, unit: string, text: string, value: YamlMapping): RenderedFile {
  const object = file.path.startsWith('dist/.values/') ? undefined : refOf(value);
  const base = { path: file.path, unit, sha256: file.sha256, size: file.size, text };
  return object === undefined ? base : { ...base, object };
}

function readUnit(id: string, source: HeaderSource, files: readonly RenderedFile[]): RenderedUnit {
  return { ref: unitFromId(id), declared: { ...source, line: 1, column: 1 }, files };
}

/** A unit's identity from its folder: the reserved names tell the kinds apart. */
export function unitFromId(id: string): UnitRef {
  const [environment = '', cluster = '', owner = '', name = ''] = id.split('/');
  const base = { id, environment, cluster, name, owner };
  if (owner === 'platform') {
    return { ...base, kind: name === 'root' ? 'root' : name === 'delivery' ? 'delivery' : 'component' };
  }
  return { ...base, kind: name === 'baseline' ? 'tenant' : name === 'delivery' ? 'delivery' : 'app', tenant: owner };
}

function readOne(path: string, text: string): YamlMapping | UserError {
  try {
    const documents = readDocuments(text, { file: path });
    const first = documents[0];
    if (documents.length === 1 && isMapping(first)) return first;
    return new UserError({
      code: 'not-one-object',
      message: `${path} holds ${documents.length} YAML documents, not one mapping.`,
      hint: 'Run `keelson synth` to write it again.',
      location: { file: path, line: 1, column: 1 },
    });
  } catch (error) {
    const first = error instanceof UserErrors ? error.errors[0] : error;
    if (first instanceof UserError) return first;
    throw error;
  }
}

function isMapping(value: YamlValue | undefined): value is YamlMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
