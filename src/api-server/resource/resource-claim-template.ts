import type { ResourceClaimTemplate } from '../../schema/types/resource-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateClaimTemplateMetadata } from '../meta/template-metadata.ts';
import { checkUnchanged } from '../same-value.ts';
import { withRequestDefaults } from './request-defaults.ts';
import { validateResourceClaimSpec } from './device-claim.ts';

const spec = child(undefined, 'spec');

export const resourceClaimTemplateValidation = defineKind<ResourceClaimTemplate>({
  group: 'resource.k8s.io',
  kind: 'ResourceClaimTemplate',
  versions: ['v1', 'v1beta2'],
  rule: {
    id: 'valid-resource-claim-template',
    title: 'A ResourceClaimTemplate is one that the API server accepts.',
    fix: 'Give each request of spec.spec a name of its own and a device class, and refer to requests of the same claim only.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, template) {
    validateClaimTemplateMetadata(check, template.spec?.metadata, child(spec, 'metadata'));
    validateResourceClaimSpec(check, template.spec?.spec, child(spec, 'spec'));
  },
  validateUpdate(check, template, old) {
    checkUnchanged(check, spec, defaulted(template), defaulted(old));
  },
});

function defaulted({ spec: given }: ResourceClaimTemplate): unknown {
  return { ...given, spec: withRequestDefaults(given?.spec) };
}
