import { defineOutside, definePolicy, defineRule, defineWaiver } from 'keelson';

export default definePolicy({
  rules: {
    'image-registri': { severity: 'error' },
    'image-registry': { options: { allow: ['ghcr.io'], allowed: 'ghcr.io' } },
    readable: { severity: 'info' },
  },
});

export const waiver = defineWaiver({
  rule: 'image-digest',
  scope: { tenant: 'payments' },
  reason: 'The vendor publishes no digests.',
  owner: 'payments',
  expires: '2027-03-31',
});

export const rule = defineRule({
  id: 'removed-api',
  title: 'Nothing old.',
  fix: 'Renew it.',
  severity: 'error',
  kinds: 'every',
  check() {},
});

export const outside = defineOutside({ name: 'cloud', reason: 'The provider makes it.', objects: [{ kind: '/Secret' }] });
