import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../kernel/index.ts';
import type { ValidateCommandOptions } from './command.ts';

/** The second report would take the place of the first. */
export function refuseSameFile(directory: string, { output = [] }: ValidateCommandOptions): void {
  const paths = output.map(({ file }) => resolve(directory, file));
  const again = output.find((_one, at) => paths.indexOf(paths[at] ?? '') < at);
  if (again === undefined) return;
  throw new UserError({
    code: 'conflicting-options',
    message: `--output: two reports would be written to ${again.file}`,
    hint: 'Give each report a file of its own.',
  });
}

export function writeReport(path: string, shown: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UserError({
      code: 'cannot-write',
      message: `--output: ${shown} cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      hint: 'Give a file in a folder that exists and may be written to.',
    });
  }
}
