import { runCli } from '#src/cli/run.ts';
import type { ExitCode } from '#src/kernel/index.ts';

export interface Run {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, with a terminal that only remembers. */
export async function cli(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly tty?: boolean } = {},
): Promise<Run> {
  const texts = { out: '', err: '' };
  const code = await runCli(args, {
    cwd: options.cwd ?? process.cwd(),
    env: options.env ?? {},
    out: (text) => (texts.out += text),
    err: (text) => (texts.err += text),
    outIsTty: options.tty ?? false,
    errIsTty: options.tty ?? false,
  });
  return { code, ...texts };
}
