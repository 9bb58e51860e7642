import { exitCode } from '../kernel/index.ts';
import type { ExitCode } from '../kernel/index.ts';

const precedence: readonly ExitCode[] = [exitCode.bug, exitCode.usage, exitCode.findings, exitCode.difference];

/** The one that counts when several apply: 70, 2, 1, 3. */
export function strongest(...codes: readonly ExitCode[]): ExitCode {
  return precedence.find((code) => codes.includes(code)) ?? exitCode.clean;
}
