import { defineEnvironment } from 'keelson';

export default defineEnvironment({
  name: 'dev',
  tier: 'dev',
  order: 10,
  owner: 'platform-core',
  domains: { ingress: 'dev.meridian.example' },
  defaults: { quotaClass: 'small' },
});
