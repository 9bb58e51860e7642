import { defineEnvironment } from 'keelson';

export default defineEnvironment({
  name: 'hub',
  tier: 'management',
  description: 'Where Argo CD runs that delivers every cluster. No tenants.',
  order: 0,
  owner: 'platform-core',
  phase: 'live',
  regions: ['eu-north-1'],
  domains: {
    ingress: 'hub.meridian.example',
    dns: { zone: 'hub.meridian.example', provider: 'designate' },
  },
  network: { reserved: ['10.0.0.0/14'] },
});
