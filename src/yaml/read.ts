import { isScalar, parseAllDocuments } from 'yaml';
import type { Document, Node, YAMLError } from 'yaml';
import { throwAll, UserError, UserErrors } from '../kernel/index.ts';
import type { Location } from '../kernel/index.ts';
import { composeDocument } from './compose.ts';
import { locatorOf } from './locate.ts';
import { openSource } from './source.ts';
import type { Source } from './source.ts';
import { maximumDepth } from './value.ts';
import type { YamlDocument, YamlSource } from './value.ts';

/**
 * Every document that is not empty, as Kubernetes reads it (sigs.k8s.io/yaml: `yes` is true, `012` is 10, `<<` merges), with
 * integers above 2^53 exact and duplicate keys refused as its strict reading does. Takes text or bytes; a byte order mark and
 * CRLF are fine.
 *
 * Throws a UserError (several as UserErrors) with file, line and column for broken syntax, duplicate keys, unknown anchors,
 * alias bombs, values that JSON cannot hold, nesting deeper than 500, bytes that are no UTF-8.
 */
export function readYaml(input: string | Uint8Array, source: YamlSource): readonly YamlDocument[] {
  const { documents, errors } = readYamlPartly(input, source);
  const duplicates = documents.flatMap(({ duplicateKeys }) => duplicateKeys);
  throwAll(duplicates.length === 0 ? errors : [...errors, ...duplicates].toSorted(byPlace));
  return documents;
}

export interface PartlyRead {
  /** Those without an error. */
  readonly documents: readonly YamlDocument[];
  /** Each with the index of its document in its location. */
  readonly errors: readonly UserError[];
}

/**
 * `readYaml` that keeps the good documents of a file beside the errors of the others, and documents with duplicate keys, which it
 * names. Throws only when no text can be had at all.
 */
export function readYamlPartly(input: string | Uint8Array, { file }: YamlSource): PartlyRead {
  const source = openSource(input, file);
  const documents: YamlDocument[] = [];
  const errors: UserError[] = [];
  for (const [index, document] of parse(source).entries()) {
    const broken = [
      ...versionErrors(document, source, index),
      ...document.errors.map((error) => syntaxError(error, source, index)),
    ];
    if (broken.length > 0) {
      // One slip makes a parser stumble over and over: the first place is the one to look at.
      errors.push(...broken.slice(0, 1));
    } else if (isFilled(document.contents)) {
      try {
        const composed = composeDocument(document.contents, source, index);
        documents.push({
          index,
          value: composed.value,
          duplicateKeys: composed.duplicateKeys,
          locate: locatorOf(document.contents, composed.aliases, source, index),
        });
      } catch (error) {
        if (error instanceof UserErrors) errors.push(...error.errors);
        else if (error instanceof UserError) errors.push(error);
        else throw error;
      }
    }
  }
  return { documents, errors };
}

function byPlace({ location: a }: UserError, { location: b }: UserError): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

function parse(source: Source): readonly Document.Parsed[] {
  try {
    const parsed = parseAllDocuments(source.text, {
      schema: 'failsafe',
      resolveKnownTags: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return 'empty' in parsed ? [] : parsed;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw tooDeep({ file: source.file, line: 1, column: 1 });
  }
}

function tooDeep(location: Location): UserError {
  return new UserError({
    code: 'yaml-too-deep',
    message: `nested more than ${maximumDepth} levels deep`,
    hint: 'Flatten the value.',
    location,
  });
}

/** False when nothing stands between two markers but comments. An explicit `null` is a value. */
function isFilled(contents: Node | null): contents is Node {
  if (contents === null) return false;
  if (!isScalar(contents) || contents.type !== 'PLAIN' || contents.source !== '') return true;
  return contents.tag !== undefined || contents.anchor !== undefined;
}

const hints: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Members of one mapping, and items of one list, start in the same column.',
  TAB_AS_INDENT: 'Indent with spaces.',
  MISSING_CHAR: 'Check the quotes, brackets and colons around this place.',
  BLOCK_AS_IMPLICIT_KEY: 'Quote a value that holds a colon followed by a space.',
  MULTILINE_IMPLICIT_KEY: 'A key stands on one line and ends with a colon: check the line and its indentation.',
  UNEXPECTED_TOKEN: 'Quote the value, or check the indentation.',
  BAD_DQ_ESCAPE: 'In double quotes a backslash begins an escape: double it, or use single quotes.',
  BAD_SCALAR_START: 'Quote a value that begins with one of @ ` % & * ! | > { [.',
  BLOCK_IN_FLOW: 'Inside brackets use commas, not lines that begin with a dash.',
};

function syntaxError(error: YAMLError, source: Source, document: number): UserError {
  // The parser catches its own overflow and calls it a mistake of the text.
  if (/call stack/i.test(error.message)) return tooDeep(source.locate(error.pos[0], error.pos[1], document));
  return new UserError({
    code: 'yaml-syntax',
    message: `broken YAML: ${error.message}`,
    hint: hints[error.code] ?? 'Correct the YAML at this place.',
    location: source.locate(error.pos[0], error.pos[1], document),
  });
}

/** Kubernetes' reader is one for YAML 1.1 and refuses a document that says otherwise. */
function versionErrors({ directives, range }: Document.Parsed, source: Source, document: number): readonly UserError[] {
  const { explicit, version } = directives.yaml;
  if (explicit !== true || version === '1.1') return [];
  return [
    new UserError({
      code: 'yaml-version',
      message: `Kubernetes does not read a document marked as YAML ${version}`,
      hint: 'Remove the %YAML line.',
      location: source.locate(range[0], range[0], document),
    }),
  ];
}
