import { step } from '../../../analysis/index.ts';
import type { ServiceAccount } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** By annotation, what the clouds take; what they do not, they pass over, and the pod gets no credentials. */
const identities: ReadonlyMap<string, { readonly pattern: RegExp; readonly allowed: string }> = new Map([
  [
    'eks.amazonaws.com/role-arn',
    { pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, allowed: 'arn:aws:iam::<account>:role/<name>' },
  ],
  [
    'iam.gke.io/gcp-service-account',
    {
      pattern: /^[a-z][a-z0-9-]{4,28}[a-z0-9]@[a-z0-9.:-]+\.iam\.gserviceaccount\.com$/,
      allowed: '<name>@<project>.iam.gserviceaccount.com',
    },
  ],
  ['azure.workload.identity/client-id', { pattern: uuid, allowed: 'a UUID' }],
  ['azure.workload.identity/tenant-id', { pattern: uuid, allowed: 'a UUID' }],
]);

export const serviceAccountIdentity = defineRule({
  id: 'service-account-identity',
  set: 'recommended',
  title: 'A ServiceAccount names its identity in a cloud as that cloud does.',
  fix: 'Write the whole identity, as the console of the cloud shows it.',
  severity: 'warning',
  kinds: ['/ServiceAccount'],
  check({ decoded }, report) {
    const { metadata } = decoded.object as ServiceAccount;
    for (const [name, value] of Object.entries(metadata?.annotations ?? {})) {
      const identity = identities.get(name);
      if (identity === undefined || identity.pattern.test(value)) continue;
      report({
        messageId: 'malformed',
        message: `${name} names no identity: pods with this account get no credentials`,
        pointer: `/metadata/annotations${step(name)}`,
        seen: value,
        allowed: identity.allowed,
      });
    }
  },
});
