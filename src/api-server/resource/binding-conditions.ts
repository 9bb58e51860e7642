import type { Device } from '../../schema/types/resource-v1.ts';
import { qualifiedName } from '../../formats/index.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkText } from '../text-field.ts';
import { validateList } from './lists.ts';

/** What must be true before a pod is bound to a device, and what says that it never will be. */
export function validateBindingConditions(check: Check, device: Device, at: FieldPath): void {
  const { bindingConditions: wanted = [], bindingFailureConditions: failed = [] } = device;
  const rules = {
    maximum: 4,
    item: (name: string, place: FieldPath) => checkText(check, place, name, qualifiedName),
    identity: (name: string) => name,
  };
  const failures = child(at, 'bindingFailureConditions');
  validateList(check, wanted, child(at, 'bindingConditions'), rules);
  validateList(check, failed, failures, rules);
  for (const [position, name] of failed.entries()) {
    if (wanted.includes(name))
      invalid(check, index(failures, position), name, 'stands among the bindingConditions, too');
  }
  if (wanted.length === 0 && failed.length > 0) {
    invalid(check, child(at, 'bindingConditions'), undefined, 'must be set beside bindingFailureConditions');
  }
  if (failed.length === 0 && wanted.length > 0)
    invalid(check, failures, undefined, 'must be set beside bindingConditions');
}
