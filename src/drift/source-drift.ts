import type { Declared, UnitRef } from '../kernel/index.ts';
import { handEditDiff, type DistFile, type DistTree, type RenderedFile } from '../rendered/index.ts';
import { readYaml, type YamlValue } from '../yaml/index.ts';
import type { Drift, DriftCause, DriftField, Undetermined } from './drift.ts';
import { differingFields, maskFields } from './fields.ts';

/** A rendered file with the unit that it belongs to. */
export interface ExpectedFile {
  readonly file: RenderedFile;
  readonly unit: UnitRef;
  readonly declared: Declared;
}

export interface SourceDriftInput {
  readonly expected: readonly ExpectedFile[];
  readonly tree: DistTree;
  /** Text of a rendered file; asked only for files that differ. */
  renderedText(path: string): string;
  /** Text of a file as it lies in `dist/`. */
  foundText(path: string): string;
  /** Did the last commit's render, or a write since, own this path? Asked for intact files that the source does not render. */
  isOwned(path: string): boolean;
  /** Has git proof that no declaration moved since the commit that last wrote this file? */
  isUnmoved(path: string): boolean;
}

/**
 * Why `dist/` is not what the source renders, file by file. A file whose digest does not fit was edited by hand; an intact one that
 * differs is stale, or the tools changed; one without our header, or intact where the last commit had none, is a stray.
 */
export async function detectSourceDrift(input: SourceDriftInput): Promise<{
  readonly drifts: readonly Drift[];
  readonly undetermined: readonly Undetermined[];
}> {
  const found = new Map(input.tree.files.map((file) => [file.path, file]));
  const unreadable = input.tree.odd.filter(({ type }) => type === 'unreadable');
  const expected = new Map(input.expected.map((one) => [one.file.path, one]));
  const drifts: Drift[] = [];
  for (const one of input.expected) {
    const { path } = one.file;
    const there = found.get(path);
    if (there?.sha256 === one.file.sha256) continue;
    if (unreadable.some((entry) => isAtOrBelow(path, entry.path))) continue;
    const known = { sense: 'source', unit: one.unit, file: path, declared: one.declared } as const;
    const object = one.file.object === undefined ? {} : { object: one.file.object };
    if (there === undefined) {
      drifts.push({ ...known, ...object, change: 'missing', cause: 'missing-file', fields: [] });
      continue;
    }
    drifts.push({
      ...known,
      ...object,
      change: 'changed',
      cause: causeOf(there, input),
      ...(await contentOf(one, input)),
    });
  }
  for (const file of input.tree.files) {
    if (expected.has(file.path)) continue;
    drifts.push({ sense: 'source', change: 'extra', cause: extraCauseOf(file, input), file: file.path, fields: [] });
  }
  const undetermined: Undetermined[] = [];
  for (const entry of input.tree.odd) {
    if (entry.type === 'unreadable') {
      const message = `${entry.path} cannot be read, so it was not compared`;
      undetermined.push({ sense: 'source', subject: entry.path, code: 'unreadable', message });
    } else {
      drifts.push({ sense: 'source', change: 'extra', cause: 'stray-file', file: entry.path, fields: [] });
    }
  }
  drifts.sort((a, b) => order(a.file, b.file) || order(a.cause, b.cause));
  return { drifts, undetermined };
}

export function isAtOrBelow(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function causeOf(there: DistFile, input: SourceDriftInput): DriftCause {
  if (there.state !== 'intact') return 'hand-edited';
  return input.isUnmoved(there.path) ? 'tool-changed' : 'stale-render';
}

/** A file that the source does not render (any more). */
function extraCauseOf(file: DistFile, input: SourceDriftInput): DriftCause {
  if (file.state === 'foreign') return 'stray-file';
  if (file.state === 'edited') return 'hand-edited';
  return input.isOwned(file.path) ? 'stale-render' : 'stray-file';
}

/** Fields and diff; of a Secret only masked fields. */
async function contentOf(
  one: ExpectedFile,
  input: SourceDriftInput,
): Promise<{ readonly fields: readonly DriftField[]; readonly diff: string }> {
  const { path, object } = one.file;
  const rendered = input.renderedText(path);
  const found = input.foundText(path);
  const before = parse(rendered, path);
  const after = parse(found, path);
  const fields = before === undefined || after === undefined ? [] : differingFields(before, after);
  const secret = object?.kind === 'Secret' || isSecret(after);
  return { fields: secret ? maskFields(fields) : fields, diff: await handEditDiff(path, rendered, found) };
}

function isSecret(value: YamlValue | undefined): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value['kind'] === 'Secret';
}

/** Undefined for what is no single YAML document: conflict markers, half a file. */
function parse(text: string, file: string): YamlValue | undefined {
  try {
    const documents = readYaml(text, { file });
    return documents.length === 1 ? documents[0]?.value : undefined;
  } catch {
    return undefined;
  }
}
