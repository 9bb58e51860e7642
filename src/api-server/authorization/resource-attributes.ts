import type { FieldSelectorAttributes, ResourceAttributes } from '../../schema/types/authorization-v1.ts';
import { labelValue, qualifiedName } from '../../formats/index.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkRequiredText, checkText } from '../text-field.ts';

type Selector = FieldSelectorAttributes;
type Requirement = NonNullable<Selector['requirements']>[number];

const firstMinorWithSelectors = 32;
const at = child(undefined, 'spec', 'resourceAttributes');

/** Selectors of an access review. Before 1.32 the server drops them. */
export function validateResourceAttributes(check: Check, attributes: ResourceAttributes = {}): void {
  if (check.minor < firstMinorWithSelectors) return;
  validateSelector(check, attributes.fieldSelector, child(at, 'fieldSelector'), (requirement, place) => {
    checkRequiredText(check, child(place, 'key'), requirement.key);
  });
  validateSelector(check, attributes.labelSelector, child(at, 'labelSelector'), (requirement, place) => {
    checkText(check, child(place, 'key'), requirement.key ?? '', qualifiedName);
    for (const [position, value] of (requirement.values ?? []).entries()) {
      checkText(check, index(child(place, 'values'), position), value, labelValue);
    }
  });
}

function validateSelector(
  check: Check,
  selector: Selector | undefined,
  place: FieldPath,
  validateNames: (requirement: Requirement, at: FieldPath) => void,
): void {
  if (selector === undefined) return;
  const { rawSelector = '', requirements = [] } = selector;
  if (rawSelector !== '' && requirements.length > 0) {
    invalid(check, child(place, 'rawSelector'), rawSelector, 'may not stand beside requirements');
  }
  if (rawSelector === '' && requirements.length === 0) {
    required(check, child(place, 'requirements'), 'must be set, or rawSelector');
  }
  for (const [position, requirement] of requirements.entries()) {
    const one = index(child(place, 'requirements'), position);
    validateValues(check, requirement, child(one, 'values'));
    validateNames(requirement, one);
  }
}

/** An operator that the server does not know is taken: newer clients may. */
function validateValues(check: Check, { operator = '', values = [] }: Requirement, place: FieldPath): void {
  if (['In', 'NotIn'].includes(operator) && values.length === 0) required(check, place, `must be set for ${operator}`);
  if (['Exists', 'DoesNotExist'].includes(operator) && values.length > 0) {
    forbidden(check, place, `may not be set for ${operator}`);
  }
}
