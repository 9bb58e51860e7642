import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReadLine } from '../report/index.ts';

/** Lines of files for excerpts, each file read once. */
export function lineReader(directory: string): ReadLine {
  const files = new Map<string, readonly string[]>();
  return (file, line) => {
    try {
      const lines = files.get(file) ?? readFileSync(resolve(directory, file), 'utf8').split(/\r?\n/);
      files.set(file, lines);
      return lines[line - 1];
    } catch {
      // The excerpt is a courtesy: what is said about a file that cannot be read is printed without it.
      return undefined;
    }
  };
}
