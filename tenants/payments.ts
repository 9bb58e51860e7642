import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'payments',
  displayName: 'Payments',
  description: 'Card and bank payments, and the ledger that they end up in.',
  parent: 'commerce',
  owner: { team: 'payments', product: 'ines.moreau@meridian.example', techLead: 'tomas.lind@meridian.example' },
  contacts: { email: 'payments@meridian.example', slack: '#payments', onCall: 'payments-primary' },
  costCentre: 'CC-2140',
  budget: { monthly: 4200, currency: 'EUR' },
  dataClassification: 'confidential',
  criticality: 'tier-1',
  environments: [{ name: 'dev', overrides: { quota: { class: 'small' } } }, 'prod'],
  placement: { clusterSelector: { matchLabels: { purpose: 'general' } } },
  access: {
    admin: { groups: ['payments-admins'] },
    edit: { groups: ['payments-developers'] },
    readOnly: { groups: ['commerce-everyone'] },
    prod: {
      admin: { groups: ['payments-oncall'] },
      readOnly: { groups: ['payments-admins', 'payments-developers'] },
    },
  },
  quota: { class: 'medium' },
  network: {
    ingressFrom: [{ tenant: 'storefront', ports: [8080], reason: 'the shop pays through checkout' }],
    internet: { egress: true },
  },
  domains: [{ host: 'pay.meridian.example', environments: ['prod'] }],
  apps: [
    {
      name: 'checkout',
      kind: 'service',
      description: 'Takes a basket and brings back a payment.',
      origin: { image: 'ghcr.io/meridian/checkout' },
      environments: ['dev', { name: 'prod', spec: { replicas: { min: 3, max: 12 } } }],
      spec: {
        replicas: { min: 2, max: 4 },
        resources: { cpu: '250m', memory: '256Mi' },
        route: { hosts: ['pay.meridian.example'] },
        metrics: { port: 9090 },
        env: { LOG_LEVEL: 'info', LEDGER_TOPIC: 'payments.settled' },
        priority: 'high',
      },
    },
    {
      name: 'ledger',
      kind: 'worker',
      description: 'Books settled payments, exactly once and in order.',
      origin: { image: 'ghcr.io/meridian/ledger' },
      spec: {
        replicas: 2,
        resources: { cpu: '200m', memory: '512Mi' },
        args: ['--topic=payments.settled', '--group=ledger'],
        drain: 120,
        metrics: { port: 9090 },
        priority: 'high',
      },
    },
  ],
});
