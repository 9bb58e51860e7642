import { dns1123Subdomain } from '../../formats/index.ts';
import type { ServiceAccount } from '../../schema/types/core-v1.ts';
import { defineKind } from '../kind-validation.ts';

export const serviceAccountValidation = defineKind<ServiceAccount>({
  group: '',
  kind: 'ServiceAccount',
  rule: {
    id: 'valid-service-account',
    title: 'A ServiceAccount is one that the API server accepts.',
    fix: 'Give it a name that is a DNS name.',
  },
  name: dns1123Subdomain,
  renamed: true,
  metadataOnly: true,
  validate: () => undefined,
});
