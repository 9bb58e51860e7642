import { resolve } from 'node:path';
import { nodeFiles } from '../io/index.ts';
import { UserError } from '../kernel/index.ts';

/** The absolute path of something that must be there. */
export function existingPath(directory: string, path: string, hint: string): string {
  const absolute = resolve(directory, path);
  if (nodeFiles.type(absolute) !== undefined) return absolute;
  throw new UserError({ code: 'no-such-path', message: `${path} does not exist`, hint });
}
