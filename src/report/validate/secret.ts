import { maskedValue } from '../../kernel/index.ts';
import type { Finding } from '../../kernel/index.ts';

/** Whether a finding is about a Secret, or about a secret elsewhere: no report prints its lines, since data may stand on any of them. */
export function aboutSecret({ object, seen }: Finding): boolean {
  return seen === maskedValue || (object?.kind === 'Secret' && object.group === '');
}
