import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../kernel/index.ts';

const folders = ['platform', 'tenants', 'environments'];

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A package.json that cannot be read or parsed has no `keelson` key; whoever needs the file itself will say so. */
function hasKeelsonKey(folder: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof value === 'object' && value !== null && 'keelson' in value;
  } catch {
    return false;
  }
}

/**
 * The nearest folder, from `cwd` upwards, that has `platform/`, `tenants/` and `environments/`, or a package.json with
 * the key `keelson`; its real path, because stack frames and git know no other. Throws UserError `no-repository`.
 */
export function findRepositoryRoot(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (folders.every((name) => isDirectory(join(folder, name))) || hasKeelsonKey(folder)) {
      return realpathSync(folder);
    }
    if (dirname(folder) === folder) break;
  }
  throw new UserError({
    code: 'no-repository',
    message: 'Neither this folder nor one above it is a platform repository.',
    hint:
      'A platform repository has the folders platform/, tenants/ and environments/, or the key "keelson" in its ' +
      'package.json. Change into one, or start one with `keelson init my-platform`.',
  });
}
