import { defineEnvironment } from 'keelson';

export default defineEnvironment({
  name: 'prod',
  tier: 'prod',
  description: 'What customers use.',
  order: 20,
  owner: 'platform-core',
  phase: 'live',
  regions: ['us-east-1'],
  domains: {
    ingress: 'meridian.example',
    dns: { zone: 'meridian.example', provider: 'aws' },
  },
  network: { reserved: ['10.0.0.0/14'] },
  defaults: { quotaClass: 'small', podSecurity: 'restricted' },
});
