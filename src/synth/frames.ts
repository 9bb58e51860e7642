import type { Location } from '../kernel/index.ts';

/** What synth needs to know of the user's code: which stack frames are theirs, and where a frame lies in their files. */
export interface UserCode {
  /** Is this file (a path or `file:` URL, as V8 prints it) the user's bundle? */
  isUser(file: string): boolean;
  /** A raw frame, `<file>:<line>:<column>` in the bundle, mapped to the file that somebody wrote. */
  locate(frame: string): Location | undefined;
}

/** More than V8's ten: L2 constructs nest deeply, and the user's frame lies below them. */
const stackDepth = 40;

interface Call {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The calls above `below`, innermost first; native frames, which have no file, are left out. */
function callsAbove(below: (...values: never[]) => unknown): readonly Call[] {
  const { stackTraceLimit } = Error;
  const prepareStackTrace: unknown = Reflect.get(Error, 'prepareStackTrace');
  const holder: { stack?: readonly Call[] } = {};
  Error.stackTraceLimit = stackDepth;
  Error.prepareStackTrace = (_error, sites) =>
    sites.flatMap((site) => {
      const file = site.getFileName();
      if (file === null || file === undefined) return [];
      return [{ file, line: site.getLineNumber() ?? 0, column: site.getColumnNumber() ?? 0 }];
    });
  try {
    Error.captureStackTrace(holder, below);
    return holder.stack ?? [];
  } finally {
    // Deleting matters: an assigned `undefined` would switch off Node's own source-mapped stacks.
    if (prepareStackTrace === undefined) Reflect.deleteProperty(Error, 'prepareStackTrace');
    else Reflect.set(Error, 'prepareStackTrace', prepareStackTrace);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

export interface Caller {
  /** File of the direct caller, native frames skipped. */
  readonly direct: string;
  /** Innermost frame of the user's code, raw. */
  readonly user: string;
}

/** Who called `below`; undefined when no user code is on the stack. */
export function callerOf(below: (...values: never[]) => unknown, code: UserCode): Caller | undefined {
  const calls = callsAbove(below);
  const user = calls.find((call) => code.isUser(call.file));
  if (user === undefined) return undefined;
  return { direct: calls[0]?.file ?? '', user: `${user.file}:${user.line}:${user.column}` };
}

/** The innermost user frame of something that was thrown, raw. */
export function frameOfError(error: unknown, code: UserCode): string | undefined {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return undefined;
  for (const line of error.stack.split('\n')) {
    const match = /(?:\(|at (?:async )?)((?:file:)?\/[^()]*|[A-Za-z]:\\[^()]*):(\d+):(\d+)\)?$/.exec(line.trim());
    if (match?.[1] !== undefined && code.isUser(match[1])) return `${match[1]}:${match[2]}:${match[3]}`;
  }
  return undefined;
}

/** Runs with stacks deep enough that an error thrown below L2 constructs still shows the user's frame. */
export function withDeepStacks<Result>(run: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = stackDepth;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
