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

/** Enough for most callers: frames cost time each. */
const shallowDepth = 10;

/** The calls above `below`, innermost first, at most `depth`; native frames have no file. */
function callsAbove(below: (...values: never[]) => unknown, depth: number): readonly NodeJS.CallSite[] {
  const { stackTraceLimit } = Error;
  const prepareStackTrace: unknown = Reflect.get(Error, 'prepareStackTrace');
  const holder: { stack?: readonly NodeJS.CallSite[] } = {};
  Error.stackTraceLimit = depth;
  Error.prepareStackTrace = (_error, sites) => sites;
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
  const calls = callsAbove(below, shallowDepth);
  const caller = callerAmong(calls, code);
  if (caller !== undefined || calls.length < shallowDepth) return caller;
  return callerAmong(callsAbove(below, stackDepth), code);
}

function callerAmong(calls: readonly NodeJS.CallSite[], code: UserCode): Caller | undefined {
  let direct: string | undefined;
  for (const call of calls) {
    const file = call.getFileName();
    if (file === null || file === undefined) continue;
    direct ??= file;
    if (code.isUser(file))
      return { direct, user: `${file}:${call.getLineNumber() ?? 0}:${call.getColumnNumber() ?? 0}` };
  }
  return undefined;
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
