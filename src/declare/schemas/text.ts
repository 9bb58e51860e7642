import { z } from 'zod';

/** A string format: `allowed` in words, and the reason why a string is none (undefined: it is one). */
export function text(allowed: string, reasonOf: (value: string) => string | undefined): z.ZodString {
  return z
    .string()
    .superRefine((value, context) => {
      const reason = reasonOf(value);
      if (reason !== undefined) context.addIssue({ code: 'custom', message: reason });
    })
    .describe(allowed);
}

/** A string format given by a pattern. */
export function pattern(allowed: string, expression: RegExp): z.ZodString {
  return text(allowed, (value) =>
    expression.test(value) ? undefined : `not ${allowed.replace(/(?:,| in quotes|\sof three).*$/, '')}`,
  );
}

/** Free text on one or more lines, up to `most` characters. */
export function prose(most: number): z.ZodString {
  return text(`a text of 1 to ${most} characters`, (value) => {
    if (value.trim() === '') return 'empty';
    if (/\p{Cs}/u.test(value)) return 'half of a surrogate pair is no character';
    if (/[\p{Cc}\u2028\u2029]/u.test(value.replace(/[\n\t]/g, ''))) return 'control characters are refused';
    return value.length > most ? `${value.length} characters long` : undefined;
  });
}
