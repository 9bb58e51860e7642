/** Exit codes of every command. When several apply: bug, usage, findings, difference. */
export const exitCode = {
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** Wrong usage, a UserError, or something that could not be determined. */
  usage: 2,
  /** A difference or drift. */
  difference: 3,
  bug: 70,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
