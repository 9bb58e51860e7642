import { labelValue, qualifiedName } from '../../formats/index.ts';
import type { LabelSelector, LabelSelectorRequirement } from '../../schema/types/meta-v1.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateLabels } from './labels.ts';
import type { Labels } from './labels.ts';

export interface LabelSelectorOptions {
  /** Some kinds let values through that no label can have: they match nothing. */
  readonly anyValue?: boolean;
}

/** True when nothing was wrong: only then does the server use the selector. */
export function validateLabelSelector(
  check: Check,
  selector: LabelSelector | undefined,
  at: FieldPath,
  options: LabelSelectorOptions = {},
): boolean {
  const before = check.errors.length;
  validateLabels(check, selector?.matchLabels, child(at, 'matchLabels'));
  for (const [position, requirement] of (selector?.matchExpressions ?? []).entries()) {
    validateRequirement(check, requirement, index(child(at, 'matchExpressions'), position), options);
  }
  return check.errors.length === before;
}

function validateRequirement(
  check: Check,
  requirement: LabelSelectorRequirement,
  at: FieldPath,
  options: LabelSelectorOptions,
): void {
  const { key = '', operator = '', values = [] } = requirement;
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0) required(check, child(at, 'values'), `must have a value for ${operator}`);
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0) forbidden(check, child(at, 'values'), `may have no value for ${operator}`);
  } else {
    invalid(check, child(at, 'operator'), operator, 'must be In, NotIn, Exists or DoesNotExist');
  }
  const wrongKey = qualifiedName(key);
  if (wrongKey !== undefined) invalid(check, child(at, 'key'), key, wrongKey);
  if (options.anyValue === true) return;
  for (const [position, value] of values.entries()) {
    const wrong = labelValue(value);
    if (wrong !== undefined) invalid(check, index(child(at, 'values'), position), value, wrong);
  }
}

/** Selects everything. */
export function isEmptySelector(selector: LabelSelector): boolean {
  return Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length === 0;
}

/** No selector matches nothing, an empty one everything. */
export function selectorMatches(selector: LabelSelector | undefined, labels: Labels | undefined): boolean {
  if (selector === undefined) return false;
  const given = new Map(Object.entries(labels ?? {}));
  return (
    Object.entries(selector.matchLabels ?? {}).every(([name, value]) => given.get(name) === value) &&
    (selector.matchExpressions ?? []).every(({ key = '', operator, values = [] }) => {
      const value = given.get(key);
      if (operator === 'In') return value !== undefined && values.includes(value);
      if (operator === 'NotIn') return value === undefined || !values.includes(value);
      return (operator === 'Exists') === (value !== undefined);
    })
  );
}
