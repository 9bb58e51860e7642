import { exitCode, fieldsOf, UserError, UserErrors } from '../kernel/index.ts';
import type { ExitCode, JsonValue } from '../kernel/index.ts';
import type { Envelope, ErrorEntry, ReportBody } from './documents.ts';

/** One document and a final newline: what `--json` puts on stdout. Absent values are absent keys. */
export function jsonDocument(
  command: string,
  version: string,
  code: ExitCode,
  body: ReportBody,
  errors: readonly ErrorEntry[] = [],
): string {
  const { summary, ...rest } = body;
  const envelope: Envelope = {
    schema: `keelson.dev/${command}/v1`,
    version,
    exitCode: code,
    ok: code === exitCode.clean,
    errors,
    summary,
  };
  return `${JSON.stringify({ ...envelope, ...rest }, null, 2)}\n`;
}

/** Every error that a person can repair, in the order of place and code; undefined for a bug. */
export function userErrorsOf(error: unknown): readonly UserError[] | undefined {
  if (error instanceof UserError) return [error];
  if (error instanceof UserErrors) return error.errors.toSorted(byPlace);
  return undefined;
}

export function errorEntries(error: unknown): readonly ErrorEntry[] {
  const users = userErrorsOf(error);
  if (users === undefined) return [{ code: 'bug', message: error instanceof Error ? error.message : String(error) }];
  return users.map(fieldsOf);
}

/** A noun as a JSON value: drops keys that hold `undefined`, which no document may have. */
export function plain(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

function byPlace(left: UserError, right: UserError): number {
  return (
    compare(left.location?.file ?? '', right.location?.file ?? '') ||
    (left.location?.line ?? 0) - (right.location?.line ?? 0) ||
    (left.location?.column ?? 0) - (right.location?.column ?? 0) ||
    compare(left.code, right.code) ||
    compare(left.message, right.message)
  );
}

/** By UTF-16 code units: the same on every machine, whatever its locale. */
export function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
