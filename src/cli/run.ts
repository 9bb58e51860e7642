import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import type { Command } from 'commander';
import { exitCode, UserError } from '../kernel/index.ts';
import type { ExitCode } from '../kernel/index.ts';
import { jsonDocument } from '../report/index.ts';
import type { CommandModule, GlobalFlags } from './command.ts';
import { fail } from './fail.ts';
import { paintFor } from './paint.ts';
import { createProgram } from './program.ts';
import type { Dispatch } from './program.ts';
import type { Terminal } from './terminal.ts';
import { usageError } from './usage-error.ts';
import { version } from './version.ts';

/** One invocation: parses, runs, prints. Throws nothing; never ends the process. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCode.clean;
  let failed: { readonly command: Command; readonly error: CommanderError } | undefined;
  let helpForError = '';

  const dispatch: Dispatch = async (name, load, options, command) => {
    const given = command.optsWithGlobals<{ json?: boolean; format?: string; directory?: string; color?: boolean }>();
    const flags: GlobalFlags = {
      // Of one meaning, so that an error comes in the envelope, too.
      json: given.json === true || given.format === 'json',
      directory: resolve(terminal.cwd, given.directory ?? '.'),
      color: given.color !== false,
    };
    code = await runCommand(name, load, options, flags, terminal);
  };

  const program = createProgram(version, dispatch);
  for (const command of everyCommand(program)) {
    command.configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => (helpForError += text),
      outputError: () => {},
    });
    command.exitOverride((error) => {
      failed = { command, error };
      throw error;
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    const json = argv.includes('--json');
    if (!(error instanceof CommanderError) || failed === undefined) return fail(error, 'cli', json, terminal, argv);
    if (error.exitCode === 0) return exitCode.clean;
    // No command given: there is nothing to correct, so the help is the answer.
    if (error.code === 'commander.help' && !json) {
      terminal.err(helpForError);
      return exitCode.usage;
    }
    return fail(usageError(error, failed.command), schemaName(failed.command), json, terminal, argv);
  }
}

async function runCommand<Options>(
  name: string,
  load: () => Promise<CommandModule<Options>>,
  options: Options,
  flags: GlobalFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const argv = flags.color ? [] : ['--no-color'];
  try {
    if (name !== 'init') requireFolder(flags.directory);
    const paint = paintFor(terminal.outIsTty, flags.color, terminal);
    const module = await load();
    const outcome = await module.run({ flags, terminal, paint }, options);
    terminal.out(flags.json ? jsonDocument(name, version, outcome.exitCode, outcome.body) : outcome.text(paint));
    return outcome.exitCode;
  } catch (error) {
    return fail(error, name, flags.json, terminal, argv, flags.directory);
  }
}

function requireFolder(directory: string): void {
  if (existsSync(directory) && statSync(directory).isDirectory()) return;
  throw new UserError({
    code: 'no-such-directory',
    message: 'The folder given with --directory does not exist, or is a file.',
    hint: 'Give the folder of an existing repository, or make one with `keelson init DIR`.',
  });
}

function* everyCommand(command: Command): Generator<Command> {
  yield command;
  for (const child of command.commands) yield* everyCommand(child);
}

function schemaName(command: Command): string {
  if (command.parent === null || command.commands.length > 0) return 'cli';
  return command.parent.parent === null ? command.name() : `${command.parent.name()}-${command.name()}`;
}
