import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Files } from '../kernel/index.ts';
import type { RenderedFile } from '../rendered/index.ts';

/**
 * What units render, by digest: names and hashes, no text. So a unit is spared only where `dist/` already holds exactly its files, and
 * a wrong entry cannot put a byte there. Never a source of truth: a cache that is not exactly what was written is empty.
 */
export interface UnitCache {
  get(digest: string): CachedUnit | undefined;
  put(digest: string, unit: CachedUnit): void;
  /** Writes what was put. A run of the whole fleet lets go of what it did not ask for once that is more than it did ask for. */
  save(whole: boolean): void;
}

export interface CachedUnit {
  readonly files: readonly RenderedFile[];
  /** Left out when the unit was rendered and not judged, or something was found in it. */
  readonly passed?: Passed;
}

/** Digests of what a unit was judged by before it was written, besides the engine's code. */
export interface Passed {
  readonly builtIn: string;
  readonly custom: string;
}

/** Raw frames point into one bundle, so they are not kept: who asks for a line renders the unit. */
type CachedFile = Omit<RenderedFile, 'text' | 'provenance'> & { readonly constructPath?: string };

interface Entry {
  readonly files: readonly CachedFile[];
  readonly passed?: Passed;
}

/** One file, which git ignores: thousands of small ones cost more than the constructs that they spare. */
export function fileCache(path: string, files: Files): UnitCache {
  const known = readEntries(path, files);
  const used = new Map<string, Entry>();
  let changed = false;
  return {
    get(digest) {
      const entry = known.get(digest);
      if (entry !== undefined) used.set(digest, entry);
      return entry === undefined ? undefined : { ...entry, files: entry.files.map(fromCache) };
    },
    put(digest, unit) {
      used.set(digest, { ...unit, files: unit.files.map(toCache) });
      changed = true;
    },
    save(whole) {
      if (!changed) return;
      const unused = [...known].filter(([digest]) => !used.has(digest));
      // What another branch renders is worth keeping, once over.
      const kept = whole && unused.length > used.size + fewEntries ? [] : unused;
      writeEntries(path, files, [...kept, ...used]);
    },
  };
}

/** So few are never worth a thought. */
const fewEntries = 1000;

function readEntries(path: string, files: Files): ReadonlyMap<string, Entry> {
  try {
    const text = files.read(path).toString('utf8');
    const body = text.slice(65);
    if (text.slice(0, 64) !== sha256(body)) return new Map();
    return new Map(JSON.parse(body) as readonly (readonly [string, Entry])[]);
  } catch {
    return new Map();
  }
}

/** Written aside and renamed, so that a second run never reads half of it. */
function writeEntries(path: string, files: Files, entries: readonly (readonly [string, Entry])[]): void {
  const body = JSON.stringify(entries);
  try {
    files.makeDirectory(dirname(path));
    files.write(`${path}.${process.pid}`, `${sha256(body)}\n${body}`);
    files.rename(`${path}.${process.pid}`, path);
  } catch {
    // A full or read-only disk costs time here, nothing else.
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function toCache({ path, unit, sha256: digest, size, object, provenance }: RenderedFile): CachedFile {
  return {
    path,
    unit,
    sha256: digest,
    size,
    ...(object === undefined ? {} : { object }),
    ...(provenance === undefined ? {} : { constructPath: provenance.constructPath }),
  };
}

function fromCache({ constructPath, ...file }: CachedFile): RenderedFile {
  return constructPath === undefined ? file : { ...file, provenance: { constructPath } };
}
