import { defineApp } from 'keelson';

export default defineApp({
  name: 'checkout',
  tenant: 'payments',
  kind: 'service',
  origin: { image: 'ghcr.io/meridian/checkout' },
});
