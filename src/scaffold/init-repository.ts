import { basename, dirname, join } from 'node:path';
import { UserError } from '../kernel/index.ts';
import type { Files } from '../kernel/index.ts';
import { declarationFiles } from './template/declarations.ts';
import { platformFiles } from './template/platform.ts';
import { repositoryFiles } from './template/repository.ts';

export interface InitRequest {
  readonly files: Files;
  /** Absolute path of the new repository. */
  readonly directory: string;
  /** Of Keelson: the new package.json depends on it. */
  readonly version: string;
  /** Absolute path of Keelson's own package: the component for Argo CD is the reference platform's. */
  readonly packageRoot: string;
}

export interface InitResult {
  /** Relative to the folder, with `/`, sorted. */
  readonly files: readonly string[];
}

/**
 * Writes a small complete repository: one environment with one cluster that is its own hub, one component, one tenant with one app,
 * a baseline, a kind of app, the workflow and a README. Throws UserError `folder-not-empty`.
 */
export function initRepository({ files, directory, version, packageRoot }: InitRequest): InitResult {
  refuseUnlessEmpty(files, directory);
  const name = packageName(basename(directory));
  const all = {
    ...repositoryFiles(name, version),
    ...platformFiles(),
    ...referenceComponent(files, packageRoot, 'argo-cd'),
    ...declarationFiles(name),
  };
  const paths = Object.keys(all).toSorted();
  for (const path of paths) {
    const target = join(directory, path);
    files.makeDirectory(dirname(target));
    files.write(target, all[path] ?? '', { exclusive: true });
  }
  return { files: paths };
}

/** The files of a component of the reference platform, which the package carries. */
function referenceComponent(files: Files, packageRoot: string, name: string): Readonly<Record<string, string>> {
  const folder = `platform/${name}`;
  const names = files.list(join(packageRoot, folder)).filter((entry) => entry.type === 'file');
  return Object.fromEntries(
    names.map((entry) => [
      `${folder}/${entry.name}`,
      files.read(join(packageRoot, folder, entry.name)).toString('utf8'),
    ]),
  );
}

function refuseUnlessEmpty(files: Files, directory: string): void {
  const type = files.type(directory);
  if (type === undefined) return;
  const found = type === 'directory' ? files.list(directory).map((entry) => entry.name) : ['a file of that name'];
  const inTheWay = found.filter((name) => name !== '.git').toSorted();
  if (inTheWay.length === 0) return;
  throw new UserError({
    code: 'folder-not-empty',
    message: `The folder is not empty: it has ${inTheWay.slice(0, 3).join(', ')}${inTheWay.length > 3 ? ` and ${inTheWay.length - 3} more` : ''}.`,
    hint: '`keelson init` writes into a new folder, or into one that is empty or has nothing but `.git`.',
  });
}

/** npm allows lower case letters, digits, `-`, `_` and `.`, the last two not first. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '');
  return name === '' ? 'platform-config' : name;
}
