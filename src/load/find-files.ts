import { join } from 'node:path';
import { UserError, type FileEntry, type Files } from '../kernel/index.ts';
import { placeOf, type Place } from './place.ts';

export interface DeclarationFile {
  /** Repo-relative with `/`. */
  readonly path: string;
  readonly place: Place;
}

export interface FoundFiles {
  readonly typescript: readonly DeclarationFile[];
  readonly yaml: readonly DeclarationFile[];
  readonly errors: readonly UserError[];
}

const folders = ['environments', 'platform', 'tenants'];

const entryWords: Readonly<Record<FileEntry['type'], string>> = {
  file: 'nothing is read from this file',
  directory: 'this is a folder, and a file should be here',
  symlink: 'this is a symbolic link',
  other: 'this is a special file',
};

function start(file: string) {
  return { file, line: 1, column: 1 };
}

function badName(path: string, { name, environment }: Place): UserError | undefined {
  const bad = [name, environment].find((part) => part !== undefined && !/^[a-z](?:[-a-z0-9]*[a-z0-9])?$/.test(part));
  if (bad === undefined) return undefined;
  const why = /[A-Z]/.test(bad) ? 'upper case is refused' : 'it is not a DNS label';
  return new UserError({
    code: 'invalid-file-name',
    message: `\`${bad}\` names a file or folder of declarations, but ${why}`,
    hint: 'A file is named after what it declares: lower-case letters, digits and `-`, first a letter.',
    location: start(path),
  });
}

function noFolder(path: string): UserError {
  return new UserError({
    code: 'unexpected-file',
    message: `\`${path}\` is no folder, and declarations are read from the folder of this name`,
    hint: 'Move it away, and make the folder.',
    location: start(path),
  });
}

/** Every file below the three folders that declares something, sorted by path. */
export function findFiles(root: string, files: Files): FoundFiles {
  const typescript: DeclarationFile[] = [];
  const yaml: DeclarationFile[] = [];
  const errors: UserError[] = [];

  function visit(path: string): void {
    const entries = files.list(join(root, path)).toSorted((left, right) => (left.name < right.name ? -1 : 1));
    for (const { name, type } of entries) {
      const child = `${path}/${name}`;
      const place = placeOf(child);
      if (type === 'directory' && typeof place !== 'object') {
        if (!name.startsWith('.') && name !== 'node_modules') visit(child);
        continue;
      }
      if (place === undefined) continue;
      if (typeof place === 'string' || type !== 'file') {
        errors.push(
          new UserError({
            code: 'unexpected-file',
            message: entryWords[type],
            hint: typeof place === 'string' ? place : 'Declarations are ordinary files.',
            location: start(child),
          }),
        );
        continue;
      }
      const bad = badName(child, place);
      if (bad === undefined) (child.endsWith('.ts') ? typescript : yaml).push({ path: child, place });
      else errors.push(bad);
    }
  }

  for (const folder of folders) {
    const type = files.type(join(root, folder));
    if (type === 'directory') visit(folder);
    else if (type !== undefined) errors.push(noFolder(folder));
  }
  if (typescript.length + yaml.length + errors.length === 0) {
    errors.push(
      new UserError({
        code: 'no-declarations',
        message: 'no declarations: `platform/`, `tenants/` and `environments/` are missing or empty',
        hint: 'Run this in a platform repository, or create one with `keelson init <folder>`.',
      }),
    );
  }
  return { typescript, yaml, errors };
}
