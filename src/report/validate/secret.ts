import type { Finding } from '../../kernel/index.ts';

/** Whether the place of a finding shows a Secret's data: no report prints that line. */
export function holdsSecret({ object, pointer }: Finding): boolean {
  if (object === undefined) return false;
  // The whole object holds the data, too, when its text is one line.
  return (
    object.kind === 'Secret' &&
    object.group === '' &&
    /^(?:$|\/(?:data|stringData)(?:\/|$)|\/metadata\/annotations)/.test(pointer ?? '')
  );
}
