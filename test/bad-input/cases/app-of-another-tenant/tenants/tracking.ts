import { defineApp, defineTenant } from 'keelson';

export default defineTenant({ name: 'tracking', parent: 'commerce' });

export const refunds = defineApp({
  name: 'refunds',
  tenant: 'payments',
  kind: 'service',
  origin: { image: 'ghcr.io/meridian/refunds' },
});
