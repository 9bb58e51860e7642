import type { Location } from '../kernel/index.ts';
import { readYamlPartly } from '../yaml/index.ts';
import type { YamlDocument } from '../yaml/index.ts';
import type { Manifest, SourceFile } from './manifest.ts';
import { mostForFullReader } from './read-file.ts';

export type Locate = (manifest: Manifest, pointer: string, atKey: boolean) => Location;

/**
 * Finds places in a file. The full reader runs when the first place is asked for: most files have no finding. A pointer that
 * does not exist is found at its nearest parent, and there at the key: `spec:` for a missing `/spec/selector`. In a file that is
 * too large for the full reader every place is its first line.
 */
export function locator(): Locate {
  let read: { readonly file: SourceFile; readonly documents: readonly YamlDocument[] } | undefined;
  return ({ file, ordinal, prefix }, pointer, atKey) => {
    if (read?.file !== file) read = { file, documents: documentsOf(file) };
    const found = read.documents[ordinal]?.locate(prefix + pointer);
    if (found === undefined) return { file: file.path, line: 1, column: 1 };
    const exact = found.pointer === prefix + pointer;
    return (atKey || !exact ? found.key : undefined) ?? found.value;
  };
}

function documentsOf({ path, text }: SourceFile): readonly YamlDocument[] {
  return text.length > mostForFullReader ? [] : readYamlPartly(text, { file: path }).documents;
}
