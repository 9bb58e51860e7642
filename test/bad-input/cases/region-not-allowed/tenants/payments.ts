import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'payments',
  type: 'application',
  displayName: 'Payments',
  description: 'Card and bank payments',
  parent: 'commerce',
  owner: { team: 'payments' },
  residency: { regions: ['europe-north1'] },
  contacts: { email: 'payments@meridian.example', slack: '#payments' },
  environments: ['dev'],
  access: { admin: { groups: ['payments-admin@meridian.example'] } },
  quota: { class: 'small' },
  network: { egressTo: [{ cidr: '10.90.0.0/16', ports: [443], reason: 'card network' }] },
  apps: [
    {
      name: 'checkout',
      kind: 'service',
      description: 'Takes a payment',
      origin: { image: 'ghcr.io/meridian/checkout' },
      spec: { port: 8443 },
    },
  ],
});
