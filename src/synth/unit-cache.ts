import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Files, ObjectRef } from '../kernel/index.ts';
import type { RenderedText } from '../rendered/index.ts';

/** Rendered units by digest. Never a source of truth: an entry that is not exactly what was written is not there. */
export interface UnitCache {
  get(digest: string): readonly RenderedText[] | undefined;
  put(digest: string, files: readonly RenderedText[]): void;
}

export const noCache: UnitCache = { get: () => undefined, put() {} };

/** Raw frames point into one bundle, so they are not kept: who asks for a line renders the unit. */
interface CachedFile {
  readonly path: string;
  readonly unit: string;
  readonly text: string;
  readonly object?: ObjectRef;
  readonly constructPath?: string;
}

/** Entries below `folder`, which git ignores. A cache that cannot be written is as good as none. */
export function folderCache(folder: string, files: Files): UnitCache {
  const made = new Set<string>();
  const place = (digest: string): string => join(folder, digest.slice(0, 2));
  return {
    get(digest) {
      try {
        return readEntry(files.read(join(place(digest), digest)).toString('utf8'));
      } catch {
        return undefined;
      }
    },
    put(digest, rendered) {
      const target = join(place(digest), digest);
      try {
        if (!made.has(place(digest))) files.makeDirectory(place(digest));
        made.add(place(digest));
        // Written aside and renamed, so that a second run never reads half an entry.
        files.write(`${target}.${process.pid}`, writeEntry(rendered));
        files.rename(`${target}.${process.pid}`, target);
      } catch {
        // A full or read-only disk costs time here, nothing else.
      }
    },
  };
}

/**
 * Drops entries that this run did not use once they are many: `keep` is the digests of a whole fleet, so that switching between
 * a few branches still finds its entries.
 */
export function pruneCache(folder: string, files: Files, keep: ReadonlySet<string>): void {
  try {
    const entries = files
      .list(folder)
      .flatMap((part) =>
        files.list(join(folder, part.name)).map(({ name }) => ({ name, path: join(folder, part.name, name) })),
      );
    if (entries.length <= branchesKept * keep.size + 100) return;
    for (const { name, path } of entries) if (!keep.has(name)) files.remove(path);
  } catch {
    // Another run prunes at the same time, or there is no cache.
  }
}

/** How many times a fleet's entries a cache may hold. */
const branchesKept = 5;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function writeEntry(rendered: readonly RenderedText[]): string {
  const entry = rendered.map(({ path, unit, text, object, provenance }): CachedFile => ({
    path,
    unit,
    text,
    ...(object === undefined ? {} : { object }),
    ...(provenance === undefined ? {} : { constructPath: provenance.constructPath }),
  }));
  const body = JSON.stringify(entry);
  return `${sha256(body)}\n${body}`;
}

function readEntry(text: string): readonly RenderedText[] | undefined {
  const body = text.slice(65);
  if (text.slice(0, 64) !== sha256(body)) return undefined;
  return (JSON.parse(body) as readonly CachedFile[]).map(fromCache);
}

function fromCache({ path, unit, text, object, constructPath }: CachedFile): RenderedText {
  return {
    path,
    unit,
    sha256: sha256(text),
    size: Buffer.byteLength(text),
    text,
    ...(object === undefined ? {} : { object }),
    ...(constructPath === undefined ? {} : { provenance: { constructPath } }),
  };
}
