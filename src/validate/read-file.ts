import { UserError, UserErrors } from '../kernel/index.ts';
import { readYamlFast, readYamlPartly } from '../yaml/index.ts';
import type { YamlValue } from '../yaml/index.ts';
import { isMapping, objectsIn } from './manifest.ts';
import type { Manifest, SourceFile } from './manifest.ts';

/** Above this many bytes only the fast reader reads: the full one needs 50 times the text in memory. */
const mostForFullReader = 8 * 2 ** 20;
/** An API server takes at most 3 MiB in a request; a file of many objects may be larger, but not without end. */
const mostAtAll = 64 * 2 ** 20;

export interface ReadFile {
  readonly manifests: readonly Manifest[];
  /** Documents that could not be read, and those that hold no object. */
  readonly errors: readonly UserError[];
}

/** The objects of a file, by the fast reader where it can. Nothing throws: what cannot be read is among the errors. */
export function readFile(file: SourceFile): ReadFile {
  const size = typeof file.text === 'string' ? file.text.length : file.text.byteLength;
  if (size > mostAtAll) return { manifests: [], errors: [tooLarge(file, size)] };
  const errors: UserError[] = [];
  const documents = documentsOf(file, size, errors);
  const manifests: Manifest[] = [];
  for (const [ordinal, value] of documents.entries()) {
    for (const item of objectsIn(value)) {
      if (isMapping(item.value)) manifests.push({ file, ordinal, prefix: item.prefix, value: item.value });
      else if (item.value !== null) errors.push(noObject(file, item.prefix));
    }
  }
  return { manifests, errors };
}

function documentsOf(file: SourceFile, size: number, errors: UserError[]): readonly YamlValue[] {
  const text = typeof file.text === 'string' ? file.text : decode(file.text);
  const fast = text === undefined ? undefined : readYamlFast(text);
  if (fast !== undefined) return fast;
  if (size > mostForFullReader) {
    errors.push(tooLarge(file, size));
    return [];
  }
  try {
    const read = readYamlPartly(file.text, { file: file.path });
    errors.push(...read.errors);
    return read.documents.map(({ value }) => value);
  } catch (error) {
    if (error instanceof UserErrors) errors.push(...error.errors);
    else if (error instanceof UserError) errors.push(error);
    else throw error;
    return [];
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function tooLarge(file: SourceFile, size: number): UserError {
  return new UserError({
    code: 'file-too-large',
    message: `the file has ${Math.ceil(size / 2 ** 20)} MiB, more than can be checked`,
    hint: `Split it: plain block style is read up to ${mostAtAll / 2 ** 20} MiB, everything else up to ${mostForFullReader / 2 ** 20} MiB.`,
    location: { file: file.path, line: 1, column: 1 },
  });
}

function noObject(file: SourceFile, prefix: string): UserError {
  return new UserError({
    code: 'no-object',
    message: `${prefix === '' ? 'the document' : prefix} is no mapping, so it is no Kubernetes object`,
    hint: 'A manifest is a mapping with `apiVersion`, `kind` and `metadata`.',
    location: { file: file.path, line: 1, column: 1 },
  });
}
