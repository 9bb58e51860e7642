import { UserError, UserErrors } from '../kernel/index.ts';
import type { Location } from '../kernel/index.ts';
import { readJsonFast, readYamlFast, readYamlPartly } from '../yaml/index.ts';
import type { YamlDocument, YamlValue } from '../yaml/index.ts';
import { locator, mostForFullReader, rememberFast } from './locate.ts';
import { isMapping, objectsIn } from '../analysis/index.ts';
import type { Manifest, SourceFile } from '../analysis/index.ts';

/** An API server takes at most 3 MiB in a request; a file of many objects may be larger, but not without end. */
const mostAtAll = 48 * 2 ** 20;

/** Keys that stand twice in a document, and where its values stand. */
export interface Doubled {
  readonly document: YamlDocument;
  readonly manifests: readonly Manifest[];
}

export interface ReadFile {
  /** Documents with keys that stand twice. */
  readonly doubled: readonly Doubled[];
  readonly manifests: readonly Manifest[];
  /** Documents that could not be read, and those that hold no object. */
  readonly errors: readonly UserError[];
}

/** The objects of a file, by the fast reader where it can. Nothing throws: what cannot be read is among the errors. */
export function readFile(file: SourceFile): ReadFile {
  const size = typeof file.text === 'string' ? file.text.length : file.text.byteLength;
  if (size > mostAtAll) return { manifests: [], doubled: [], errors: [tooLarge(file, size)] };
  const errors: UserError[] = [];
  const { values, documents = [] } = documentsOf(file, size, errors);
  const locate = locator();
  const manifests = values.map((value, ordinal) =>
    manifestsIn(file, value, ordinal, (prefix) =>
      errors.push(noObject(prefix, locate({ file, ordinal, prefix }, '', false))),
    ),
  );
  const doubled = documents.flatMap((document, ordinal) =>
    document.duplicateKeys.length === 0 ? [] : [{ document, manifests: manifests[ordinal] ?? [] }],
  );
  return { manifests: manifests.flat(), doubled, errors };
}

function manifestsIn(
  file: SourceFile,
  document: YamlValue,
  ordinal: number,
  other: (prefix: string) => void,
): readonly Manifest[] {
  const manifests: Manifest[] = [];
  for (const { prefix, value } of objectsIn(document)) {
    if (isMapping(value)) manifests.push({ file, ordinal, prefix, value });
    else if (value !== null) other(prefix);
  }
  return manifests;
}

interface ReadDocuments {
  readonly values: readonly YamlValue[];
  /** Only from the full reader. */
  readonly documents?: readonly YamlDocument[];
}

function documentsOf(file: SourceFile, size: number, errors: UserError[]): ReadDocuments {
  const text = typeof file.text === 'string' ? file.text : decode(file.text);
  const fast = text === undefined ? undefined : readFast(text, file);
  if (fast !== undefined) return { values: fast };
  if (size > mostForFullReader) {
    errors.push(tooLarge(file, size));
    return { values: [] };
  }
  try {
    const { documents, errors: broken } = readYamlPartly(file.text, { file: file.path });
    errors.push(...broken);
    return { values: documents.map(({ value }) => value), documents };
  } catch (error) {
    if (error instanceof UserErrors) errors.push(...error.errors);
    else if (error instanceof UserError) errors.push(error);
    else throw error;
    return { values: [] };
  }
}

function readFast(text: string, file: SourceFile): readonly YamlValue[] | undefined {
  const json = readJsonFast(text);
  if (json !== undefined) return [json];
  const values = readYamlFast(text);
  if (values !== undefined) rememberFast(file);
  return values;
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
    hint: `Split it: JSON and plain block style are read up to ${mostAtAll / 2 ** 20} MiB, everything else up to ${mostForFullReader / 2 ** 20} MiB.`,
    location: { file: file.path, line: 1, column: 1 },
  });
}

function noObject(prefix: string, location: Location): UserError {
  return new UserError({
    code: 'no-object',
    message: `${prefix === '' ? 'the document' : prefix} is no mapping, so it is no Kubernetes object`,
    hint: 'A manifest is a mapping with `apiVersion`, `kind` and `metadata`.',
    location,
  });
}
