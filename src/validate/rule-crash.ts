import { formatLocation } from '../kernel/index.ts';
import type { Declared } from '../kernel/index.ts';
import type { Problem, RuleMetadata } from './rule.ts';

/** What is said of a rule that threw. `where` is ` on this object`, or nothing for a rule about the set. */
export function crashOf(rule: RuleMetadata & { readonly declared?: Declared }, error: unknown, where = ''): Problem {
  const { id, declared } = rule;
  return {
    messageId: id,
    message: `the rule ${id} failed${where}: ${error instanceof Error ? error.message : String(error)}`,
    pointer: '',
    // One of the organisation's own is for the organisation to mend.
    ...(declared === undefined ? {} : { fix: `Correct the rule at ${formatLocation(declared)}.` }),
  };
}

/** An asynchronous rule of JavaScript or a loose type: what it reports later would be lost, which must not pass for a verdict. */
export function refusePromise(returned: unknown): void {
  if (!(returned instanceof Promise)) return;
  returned.catch(() => undefined);
  throw new Error('it is asynchronous, and what it would report is not waited for');
}
