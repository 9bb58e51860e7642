import type { FieldError, ObjectRef } from '../kernel/index.ts';
import type { Problem } from './rule.ts';

/** Longer values are cut: a finding is a line of text. */
const longestSeen = 80;

/** What the API server's checks say of a field, as a rule says it. */
export function fieldProblem(error: FieldError, ref: ObjectRef): Problem {
  const { type, field, pointer, detail, allowed } = error;
  const seen = secretive(ref, pointer) ? undefined : seenText(error.value);
  const fix = fixOf(error);
  return {
    messageId: type,
    message: `${field === '' ? '' : `${field}: `}${seen === undefined ? '' : `${seen} `}${detail}`,
    pointer,
    ...(seen === undefined ? {} : { seen }),
    ...(allowed === undefined ? {} : { allowed: allowed.join(', ') }),
    ...(fix === undefined ? {} : { fix }),
    ...(type === 'unknown-field' || type === 'forbidden' ? { atKey: true } : {}),
  };
}

function fixOf({ type, field, allowed }: FieldError): string | undefined {
  const name = field.slice(field.lastIndexOf('.') + 1);
  switch (type) {
    case 'required':
      return `Set \`${field}\`.`;
    case 'not-supported':
      return allowed === undefined ? undefined : `Use one of ${allowed.map((one) => `\`${one}\``).join(', ')}.`;
    case 'unknown-field':
      return allowed?.[0] === undefined ? `Remove \`${name}\`.` : `Write \`${allowed[0]}\` instead of \`${name}\`.`;
    case 'duplicate':
      return 'Remove one of the two, or give it a value of its own.';
    default:
      return undefined;
  }
}

/** A scalar as JSON, cut when long; of lists and mappings nothing. */
function seenText(value: unknown): string | undefined {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const text = JSON.stringify(value);
  return text.length > longestSeen ? `${text.slice(0, longestSeen)}...` : text;
}

/** Secret data never appears in a report. */
function secretive({ group, kind }: ObjectRef, pointer: string): boolean {
  return group === '' && kind === 'Secret' && /^(?:$|\/data|\/stringData|\/metadata\/annotations)/.test(pointer);
}
