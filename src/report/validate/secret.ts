import type { Finding } from '../../kernel/index.ts';

/** Whether a finding is about a Secret: no report prints its lines, since data may stand on any of them. */
export function aboutSecret({ object }: Finding): boolean {
  return object?.kind === 'Secret' && object.group === '';
}
