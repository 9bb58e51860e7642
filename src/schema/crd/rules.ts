import type { FieldError } from '../../kernel/index.ts';
import type { CustomResourceSchema } from './json-schema.ts';
import type { Members } from './members.ts';

/** A rule of a definition that was not run. */
export interface UncheckedRule {
  /** Where the rule stands in the object. */
  readonly field: string;
  readonly rule: string;
  readonly reason: string;
}

export interface RuleVerdict {
  readonly errors: readonly FieldError[];
  readonly notChecked: readonly UncheckedRule[];
}

export function ruleErrors(
  _object: Members,
  _old: Members | undefined,
  _resource: CustomResourceSchema,
  _minor: number,
  _before: readonly FieldError[],
): RuleVerdict {
  return { errors: [], notChecked: [] };
}
