import { createHash } from 'node:crypto';
import { UserError } from '../../kernel/index.ts';
import type { CustomResourceSchema } from '../crd/json-schema.ts';

/** One version of one kind: `cert-manager.io/certificate.v1.json`. */
export function schemaPath({ group, kind, version }: Pick<CustomResourceSchema, 'group' | 'kind' | 'version'>): string {
  return `${group}/${kind.toLowerCase()}.${version}.json`;
}

const name = /^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$/;

/** Whether the names make a file below the folder: `../..` is a group to nobody but whoever wants to write elsewhere. */
export function hasSchemaPath({
  group,
  kind,
  version,
}: Pick<CustomResourceSchema, 'group' | 'kind' | 'version'>): boolean {
  return [group, kind, version].every((one) => name.test(one));
}

/**
 * JSON with one line per property of the root's members, so that a new release is a readable diff; the digest of all
 * bytes behind its line stands in front. There is no index beside the files, because every pull would change it.
 */
export function formatSchema(schema: CustomResourceSchema): string {
  const { schema: root = {}, ...facts } = schema;
  const { properties = {}, ...rest } = root;
  const lines = Object.entries(properties).map(([name, property]) => {
    const { properties: inner, ...others } = property;
    if (inner === undefined) return `  ${JSON.stringify(name)}: ${JSON.stringify(property)}`;
    const members = Object.entries(inner).map(
      ([member, value]) => `   ${JSON.stringify(member)}: ${JSON.stringify(value)}`,
    );
    return `  ${JSON.stringify(name)}: {${membersOf(others)}"properties": {\n${members.join(',\n')}\n  }}`;
  });
  const head = Object.entries(facts).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const body = `${head.join(',\n')},\n"schema": {${membersOf(rest)}"properties": {\n${lines.join(',\n')}\n}}\n}\n`;
  return `${digestLine(body)}${body}`;
}

/** Throws a `UserError` for a file that was changed by hand, or is none of ours. */
export function parseSchema(text: string, file: string): CustomResourceSchema {
  const { digest, ...schema } = parse(text, file) as CustomResourceSchema & { readonly digest?: string };
  const lines = `{\n"digest": "${digest ?? ''}",\n`;
  // Git may have written the file with the line ends of Windows.
  const body = text.replaceAll('\r\n', '\n').slice(lines.length);
  if (digest !== undefined && lines === digestLine(body)) return schema;
  throw new UserError({
    code: 'schema-digest',
    message: `${file} is not what its digest says`,
    hint: 'It was changed by hand, or merged: pull it again with `keelson schema pull`.',
    location: { file, line: 1, column: 1 },
  });
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError({
      code: 'schema-file',
      message: `${file} is no JSON`,
      hint: 'Pull it again with `keelson schema pull`.',
      location: { file, line: 1, column: 1 },
    });
  }
}

function digestLine(body: string): string {
  return `{\n"digest": "sha256:${createHash('sha256').update(body).digest('hex')}",\n`;
}

function membersOf(value: object): string {
  const text = JSON.stringify(value).slice(1, -1);
  return text === '' ? '' : `${text}, `;
}
