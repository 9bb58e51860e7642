import type { Finding } from '../../kernel/index.ts';

/** Message and fix as running text, for reports with one field for both. */
export function withFix({ message, fix }: Finding): string {
  return `${message}${/[.?!]$/.test(message) ? '' : '.'} ${fix}`;
}
