import { defineEnvironment } from 'keelson';

export default defineEnvironment({
  name: 'dev',
  tier: 'dev',
  description: 'First home of every change.',
  order: 10,
  owner: 'platform-core',
  phase: 'live',
  regions: ['europe-west4'],
  domains: {
    ingress: 'dev.meridian.example',
    dns: { zone: 'dev.meridian.example', provider: 'google' },
  },
  network: { reserved: ['10.0.0.0/14'] },
  defaults: { quotaClass: 'small', podSecurity: 'restricted' },
});
