import { dirname } from 'node:path';
import type { Files } from '../kernel/index.ts';

/** The file has its old text or its new one, never a part of it. */
export function replaceFile(files: Files, path: string, text: string): void {
  const folder = dirname(path);
  files.makeDirectory(folder);
  const stage = `${path}.tmp`;
  files.write(stage, text, { sync: true });
  files.rename(stage, path);
  files.syncDirectory(folder);
}
