import type { KindValidation } from '../kind-validation.ts';
import { mutatingAdmissionPolicyBindingValidation } from './mutating-admission-policy-binding.ts';
import { mutatingAdmissionPolicyValidation } from './mutating-admission-policy.ts';
import { mutatingWebhookConfigurationValidation } from './mutating-webhook-configuration.ts';
import { validatingAdmissionPolicyBindingValidation } from './validating-admission-policy-binding.ts';
import { validatingAdmissionPolicyValidation } from './validating-admission-policy.ts';
import { validatingWebhookConfigurationValidation } from './validating-webhook-configuration.ts';

export const admissionregistrationKinds: readonly KindValidation[] = [
  validatingWebhookConfigurationValidation,
  mutatingWebhookConfigurationValidation,
  validatingAdmissionPolicyValidation,
  validatingAdmissionPolicyBindingValidation,
  mutatingAdmissionPolicyValidation,
  mutatingAdmissionPolicyBindingValidation,
];
