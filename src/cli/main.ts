import { Console } from 'node:console';
import { exitCode } from '../kernel/index.ts';
import { runCli } from './run.ts';

// A declaration may call console.log: stdout holds the result alone.
globalThis.console = new Console(process.stderr, process.stderr);

/**
 * A reader that went away (`keelson model | head`) is no error: what it did not want is dropped, the work goes on. A result that
 * cannot be written (a full disk) is one: half of it must not pass for all.
 */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (error.code === undefined) throw error;
    const hint = 'Make room, or send the output elsewhere; what the command wrote to the repository is whole.';
    if (stream === process.stdout) {
      process.stderr.write(
        `error: the result cannot be written to stdout (${error.code}) [cannot-write]\n   fix       ${hint}\n`,
      );
    }
    process.exit(exitCode.usage);
  });
}

/**
 * Writing is journalled, so that stopping is safe at any moment: the next command completes or rolls back. The process
 * ends by the signal itself, which is what a shell expects of Ctrl-C.
 */
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
    process.stderr.write('interrupted: nothing is half written; the next command completes or rolls back\n');
    process.kill(process.pid, signal);
  });
}

/** A command reports its bugs itself; this is for what is thrown outside of it, by a timer or a stream. */
process.on('uncaughtException', (error) => {
  process.stderr.write(`This is a bug in keelson. Please report it with this text:\n${error.stack ?? error.message}\n`);
  process.exit(70);
});

const code = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  outIsTty: process.stdout.isTTY,
  errIsTty: process.stderr.isTTY,
});

await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
process.exit(code);

/** Pipes are asynchronous: what was written must have left before the process ends. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || !stream.writable) resolve();
    else stream.write('', () => resolve());
  });
}
