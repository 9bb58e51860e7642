import { findRepositoryRoot } from '../io/index.ts';
import { exitCode } from '../kernel/index.ts';
import type { ExitCode } from '../kernel/index.ts';
import { errorEntries, formatUserError, jsonDocument, userErrorsOf } from '../report/index.ts';
import { lineReader } from './line-reader.ts';
import { paintFor } from './paint.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Prints what went wrong: as the envelope on stdout with `--json`, else as blocks on stderr; a bug's stack always on stderr. */
export function fail(
  error: unknown,
  name: string,
  json: boolean,
  terminal: Terminal,
  argv: readonly string[],
  directory = terminal.cwd,
): ExitCode {
  const users = userErrorsOf(error);
  const code = users === undefined ? exitCode.bug : exitCode.usage;
  if (json) terminal.out(jsonDocument(name, version, code, { summary: {} }, errorEntries(error)));
  if (users === undefined) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.err(`This is a bug in keelson ${version}. Please report it with this text:\n${stack}\n`);
  } else if (!json) {
    const paint = paintFor(terminal.errIsTty, !argv.includes('--no-color'), terminal);
    const readLine = lineReader(rootOf(directory));
    terminal.err(users.map((one) => formatUserError(one, readLine, paint)).join('\n'));
    if (users.length > 1) terminal.err(`\n${users.length} errors\n`);
  }
  return code;
}

/** Errors name files from the root of the repository, which may be a folder above. */
function rootOf(directory: string): string {
  try {
    return findRepositoryRoot(directory);
  } catch {
    return directory;
  }
}
