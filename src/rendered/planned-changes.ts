import type { Files } from '../kernel/index.ts';
import { sha256 } from './header.ts';
import type { FileToWrite, GeneratedFile, PlannedFile } from './plan.ts';
import type { DistFile } from './read-dist.ts';
import { hashAt } from './stage.ts';

/** Nothing when the file lies there already, byte for byte. */
export function plannedChange(file: FileToWrite, lying: DistFile | undefined): readonly PlannedFile[] {
  if (lying?.sha256 === file.sha256) return [];
  const { path, unit, text, object } = file;
  const planned = {
    path,
    unit,
    sha256: file.sha256,
    ...(text === undefined ? {} : { text }),
    ...(object === undefined ? {} : { object }),
  };
  return [
    lying === undefined ? { action: 'create', ...planned } : { action: 'update', before: lying.sha256, ...planned },
  ];
}

export function deletion(file: DistFile): PlannedFile {
  return {
    action: 'delete',
    path: file.path,
    before: file.sha256,
    ...(file.unit === undefined ? {} : { unit: file.unit }),
  };
}

export function generatedChange(files: Files, root: string, { path, text }: GeneratedFile): readonly PlannedFile[] {
  const before = hashAt(files, `${root}/${path}`);
  const after = sha256(text);
  if (before === after) return [];
  const planned = { path, text, sha256: after };
  return [before === undefined ? { action: 'create', ...planned } : { action: 'update', before, ...planned }];
}
