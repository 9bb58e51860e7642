import type { Fleet } from '../model/types.ts';
import type { GeneratedFile } from '../rendered/index.ts';
import { codeownersPath, renderCodeowners } from '../scaffold/index.ts';
import type { PipelineOptions } from './types.ts';

/** The generated CODEOWNERS, none where the fleet gives nothing to generate. */
export function codeownersOf(
  fleet: Fleet,
  { root, ports }: Pick<PipelineOptions, 'root' | 'ports'>,
): readonly GeneratedFile[] {
  const path = `${root}/${codeownersPath}`;
  const existing = ports.files.type(path) === 'file' ? ports.files.read(path).toString('utf8') : undefined;
  const text = renderCodeowners(fleet, existing);
  return text === undefined ? [] : [{ path: codeownersPath, text }];
}
