import { spawn } from 'node:child_process';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `Promise.withResolvers`, which Node 20 lacks. */
interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly seconds?: number;
}

/** Runs a command to its end, or kills it after `seconds` (default 120). Never throws for an exit code. */
export function attempt(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { promise, resolve, reject } = deferred<Ran>();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    timeout: (options.seconds ?? 120) * 1000,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.on('error', reject);
  child.on('close', (code, signal) =>
    resolve({ code: code ?? 1, stdout, stderr: signal === null ? stderr : `${stderr}\nended by ${signal}` }),
  );
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return promise;
}

/** The same; a non-zero exit code is an error that shows what was printed. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const ran = await attempt(command, args, options);
  if (ran.code === 0) return ran.stdout;
  throw new Error(
    `${command} ${args.join(' ')} ended with ${ran.code}\n${`${ran.stdout}\n${ran.stderr}`.trim().slice(-4000)}`,
  );
}

/** Asks again until the answer is not undefined. The error says what was last known. */
export async function until<Answer>(
  what: string,
  seconds: number,
  ask: () => Promise<Answer | undefined>,
  lastKnown: () => string = () => '',
): Promise<Answer> {
  const end = Date.now() + seconds * 1000;
  while (true) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s\n${lastKnown()}`);
    await pause(1);
  }
}

export function pause(seconds: number): Promise<void> {
  const { promise, resolve } = deferred<void>();
  setTimeout(() => resolve(), seconds * 1000);
  return promise;
}

function deferred<Value>(): Deferred<Value> {
  const made: Partial<Deferred<Value>> = {};
  const promise = new Promise<Value>((resolve, reject) => Object.assign(made, { resolve, reject }));
  return { ...(made as Deferred<Value>), promise };
}
