import type { ValidatingWebhookConfiguration } from '../../schema/types/admissionregistration-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { defineKind } from '../kind-validation.ts';
import { validateWebhooks } from './webhook.ts';

export const validatingWebhookConfigurationValidation = defineKind<ValidatingWebhookConfiguration>({
  group: 'admissionregistration.k8s.io',
  kind: 'ValidatingWebhookConfiguration',
  rule: {
    id: 'valid-validating-webhook-configuration',
    title: 'A ValidatingWebhookConfiguration is one that the API server accepts.',
    fix: 'Give each webhook a name with two dots, a client, rules, admissionReviewVersions and sideEffects None or NoneOnDryRun.',
  },
  name: dns1123Subdomain,
  renamed: true,
  plainFinalizers: true,
  validate(check, configuration) {
    validateWebhooks(check, configuration.webhooks);
  },
});
