import { basename, dirname, join } from 'node:path';
import type { Files } from '../kernel/index.ts';

/** The file has its old text or its new one, never a part of it. */
export function replaceFile(files: Files, path: string, text: string): void {
  const folder = dirname(path);
  files.makeDirectory(folder);
  // A hidden file is no declaration: one that a crash left behind does not stop the next command.
  const stage = join(folder, `.${basename(path)}.tmp`);
  files.write(stage, text, { sync: true });
  files.rename(stage, path);
  files.syncDirectory(folder);
}
