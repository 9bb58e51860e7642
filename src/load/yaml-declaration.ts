import { join } from 'node:path';
import { UserError, UserErrors, type Files, type Location } from '../kernel/index.ts';
import { readYaml, type YamlDocument, type YamlMapping, type YamlValue } from '../yaml/index.ts';
import { findConflict } from './conflict-marker.ts';
import { checkFound, type CheckedDeclaration, type Found } from './declared-value.ts';
import type { DeclarationFile } from './find-files.ts';

function isMapping(value: YamlValue): value is YamlMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the file says, and where its pointers begin inside the declaration. */
function declarationOf(
  { place }: DeclarationFile,
  value: YamlValue,
): { readonly value: unknown; readonly below: string } {
  const { environment = '', name = '' } = place;
  if (place.yamlKind === 'images') return { value: { environment, tenant: name, images: value }, below: '/images' };
  return { value: place.yamlKind === 'release' && isMapping(value) ? { environment, ...value } : value, below: '' };
}

function oneDocument(file: string, documents: readonly YamlDocument[]): YamlDocument | UserError {
  const [first, second] = documents;
  if (first !== undefined && second === undefined) return first;
  return new UserError({
    code: 'not-one-document',
    message: first === undefined ? 'the file is empty' : `the file holds ${documents.length} YAML documents`,
    hint:
      first === undefined
        ? 'Write the fields of the declaration, or delete the file.'
        : 'One file declares one thing: give each its own file.',
    location: second === undefined ? { file, line: 1, column: 1 } : second.locate('').value,
  });
}

/** Reads one YAML declaration: the flat argument of the `define*` call that its path stands for. */
export function readDeclaration(
  root: string,
  file: DeclarationFile,
  files: Files,
): CheckedDeclaration | readonly UserError[] {
  const { path, place } = file;
  const kind = place.yamlKind;
  if (kind === undefined) throw new Error(`${path} has no kind`);
  let documents: readonly YamlDocument[];
  try {
    const bytes = files.read(join(root, path));
    const conflict = findConflict(path, bytes.toString());
    if (conflict !== undefined) return [conflict];
    documents = readYaml(bytes, { file: path });
  } catch (error) {
    if (error instanceof UserErrors) return error.errors;
    if (error instanceof UserError) return [error];
    if (!(error instanceof Error && 'code' in error)) throw error;
    const message = `the file cannot be read: ${String(error.code)}`;
    const hint = 'Make the file readable for whoever runs this.';
    return [new UserError({ code: 'unreadable-file', message, hint, location: { file: path, line: 1, column: 1 } })];
  }
  const document = oneDocument(path, documents);
  if (document instanceof UserError) return [document];
  const { value, below } = declarationOf(file, document.value);
  const found: Found = {
    kind,
    value,
    module: path,
    export: 'yaml',
    place,
    location: withoutDocument(document.locate('').value),
    locate(pointer, atKey) {
      const position = document.locate(pointer.startsWith(below) ? pointer.slice(below.length) : '');
      return withoutDocument(atKey ? (position.key ?? position.value) : position.value);
    },
  };
  return checkFound(found);
}

/** There is only one, so its index says nothing. */
function withoutDocument(location: Location): Location {
  const { document, ...rest } = location;
  return document === undefined ? location : rest;
}
