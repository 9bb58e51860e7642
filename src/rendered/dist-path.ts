export const distFolder = 'dist';

/** Folder, below the root, of everything that keelson keeps for itself; git ignores it. */
export const stateFolder = '.keelson';

const valuesFolder = `${distFolder}/.values`;

/** Repo-relative path of a unit's file. */
export function unitFilePath(unit: string, name: string): string {
  return `${distFolder}/${unit}/${name}`;
}

/** Repo-relative path of the Helm values of a unit's chart. */
export function valuesFilePath(unit: string): string {
  return `${valuesFolder}/${unit}.yaml`;
}

/** The unit whose file the path would be: `<environment>/<cluster>/<owner>/<unit>`; undefined where no unit can have one. */
export function unitOfPath(path: string): string | undefined {
  const values = /^dist\/\.values\/([^/]+\/[^/]+\/[^/]+\/[^/]+)\.yaml$/.exec(path)?.[1];
  if (values !== undefined) return values;
  return /^dist\/((?!\.values\/)[^/]+\/[^/]+\/[^/]+\/[^/]+)\/[^/]+$/.exec(path)?.[1];
}

/**
 * Part of `dist/` that a run answers for: ids of units, or beginnings of them at a slash (`dev`, `dev/dev-eu-1`).
 * `undefined` is all of it. Outside its scope a run reads, reports and prunes nothing.
 */
export type Scope = readonly string[] | undefined;

/** The folders and files to read for a scope, nested ones left out. */
export function pathsInScope(scope: Scope): readonly string[] {
  if (scope === undefined) return [distFolder];
  const sorted = [...new Set(scope)].toSorted();
  const outermost = sorted.filter((one) => !sorted.some((other) => one.startsWith(`${other}/`)));
  return outermost.flatMap((one) => [`${distFolder}/${one}`, `${valuesFolder}/${one}`, valuesFilePath(one)]);
}

export function isUnitInScope(unit: string, scope: Scope): boolean {
  return scope === undefined || scope.some((one) => unit === one || unit.startsWith(`${one}/`));
}
