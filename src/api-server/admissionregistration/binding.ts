import type { MutatingAdmissionPolicyBindingSpec } from '../../schema/types/admissionregistration-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import { checkRequiredText } from '../text-field.ts';
import { validateMatchResources } from './match-resources.ts';
import { validateParamRef } from './params.ts';

const at = child(undefined, 'spec');

/** Which policy, with which parameters, for which objects. */
export function validateBinding(check: Check, spec: MutatingAdmissionPolicyBindingSpec): void {
  checkRequiredText(check, child(at, 'policyName'), spec.policyName, dns1123Subdomain);
  validateParamRef(check, spec.paramRef, child(at, 'paramRef'));
  if (spec.matchResources !== undefined) {
    validateMatchResources(check, spec.matchResources, child(at, 'matchResources'));
  }
}
