import { UserError } from '../kernel/index.ts';
import type { Location } from '../kernel/index.ts';
import { locateFast, readYamlPartly } from '../yaml/index.ts';
import type { YamlDocument } from '../yaml/index.ts';
import type { Manifest, SourceFile } from '../analysis/index.ts';

/** Above this many bytes only the fast readers read: the full one needs a hundred times the text in memory. */
export const mostForFullReader = 4 * 2 ** 20;

/** Above this many bytes every place is the first line: an index of the lines would not fit into memory beside the objects. */
const mostForPlaces = 16 * 2 ** 20;

/** Findings of one rule about a set, and their other ends, go back and forth between files. */
const mostReadAtOnce = 16;

export type Locate = (
  manifest: Pick<Manifest, 'file' | 'ordinal' | 'prefix'>,
  pointer: string,
  atKey: boolean,
) => Location;

/**
 * Finds places in a file. A file is read for its places when the first one is asked for: most files have no finding. A pointer that
 * does not exist is found at its nearest parent, and there at the key: `spec:` for a missing `/spec/selector`. In a file that is
 * too large for the full reader, or that only JSON's reader takes (U+2028 in a string), every place is its first line.
 */
export function locator(): Locate {
  const read = new Map<SourceFile, readonly Places[]>();
  return ({ file, ordinal, prefix }, pointer, atKey) => {
    let documents = read.get(file);
    if (documents === undefined) {
      documents = documentsOf(file);
      if (read.size >= mostReadAtOnce) read.clear();
      read.set(file, documents);
    }
    const found = documents[ordinal]?.locate(prefix + pointer);
    if (found === undefined) return { file: file.path, line: 1, column: 1 };
    const exact = found.pointer === prefix + pointer;
    return (atKey || !exact ? found.key : undefined) ?? found.value;
  };
}

interface Asked {
  readonly manifest: Parameters<Locate>[0];
  readonly pointer: string;
  readonly atKey: boolean;
  /** Given out already, and filled in by `settle`. */
  readonly location: { -readonly [Key in keyof Location]: Location[Key] };
}

/**
 * For findings that go from file to file and back: places are noted when they are asked for, and found when all are known, each
 * file being read once. Until then they are the first line.
 */
export function locateLater(): { readonly locate: Locate; readonly settle: () => void } {
  const byFile = new Map<SourceFile, Asked[]>();
  return {
    locate(manifest, pointer, atKey) {
      const { file } = manifest;
      const location = { file: file.path, line: 1, column: 1 };
      const asked = byFile.get(file) ?? [];
      asked.push({ manifest, pointer, atKey, location });
      byFile.set(file, asked);
      return location;
    },
    settle() {
      const locate = locator();
      for (const asked of byFile.values()) {
        for (const { manifest, pointer, atKey, location } of asked)
          Object.assign(location, locate(manifest, pointer, atKey));
      }
      byFile.clear();
    },
  };
}

type Places = Pick<YamlDocument, 'locate'>;

/** Files whose text the fast reader of YAML took: their places can be had fast, too. */
const fastFiles = new WeakSet<SourceFile>();

export function rememberFast(file: SourceFile): void {
  fastFiles.add(file);
}

function documentsOf(file: SourceFile): readonly Places[] {
  const { path, text } = file;
  try {
    const fast =
      fastFiles.has(file) && text.length <= mostForPlaces
        ? locateFast(typeof text === 'string' ? text : new TextDecoder().decode(text), { file: path })
        : undefined;
    if (fast !== undefined || text.length > mostForFullReader) return fast ?? [];
    return readYamlPartly(text, { file: path }).documents;
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
