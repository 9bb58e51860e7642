import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReadLine } from '../report/index.ts';

/** Lines of files for excerpts, each file read once; `texts` are those that lie in no file, or differ from it. */
export function lineReader(directory: string, texts: ReadonlyMap<string, string> = new Map()): ReadLine {
  const files = new Map<string, readonly (string | undefined)[]>();
  return (file, line) => {
    try {
      const lines = files.get(file) ?? shownLines(texts.get(file) ?? readFileSync(resolve(directory, file), 'utf8'));
      files.set(file, lines);
      return lines[line - 1];
    } catch {
      // The excerpt is a courtesy: what is said about a file that cannot be read is printed without it.
      return undefined;
    }
  };
}

const secret = /\bkind["']?\s*:\s*["']?secret(?:s|list)?\b|\bstringData\b/i;

/**
 * No line of a document with a Secret, not even of one that cannot be parsed: data may stand on the line of whatever is wrong, as
 * all of a JSON text on one line does.
 */
function shownLines(text: string): readonly (string | undefined)[] {
  const documents = text.split(/^(?=---(?:\s|$))/m);
  return documents.flatMap((document, index) => {
    const lines = document.split(/\r?\n/);
    // What stands behind the last break is the first line of the next document.
    const own = index < documents.length - 1 ? lines.slice(0, -1) : lines;
    return secret.test(document) ? own.map(() => undefined) : own;
  });
}
