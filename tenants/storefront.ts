import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'storefront',
  displayName: 'Storefront',
  description: 'The shop that customers see.',
  parent: 'commerce',
  owner: { team: 'storefront', product: 'amara.okafor@meridian.example' },
  contacts: { email: 'storefront@meridian.example', slack: '#storefront' },
  costCentre: 'CC-2110',
  criticality: 'tier-1',
  environments: ['dev', 'prod'],
  placement: { clusterSelector: { matchLabels: { purpose: 'general' } } },
  access: {
    admin: { groups: ['storefront-admins'] },
    edit: { groups: ['storefront-developers'] },
    readOnly: { groups: ['commerce-everyone'] },
    prod: {
      admin: { groups: ['storefront-oncall'] },
      readOnly: { groups: ['storefront-admins', 'storefront-developers'] },
    },
  },
  quota: { class: 'medium', hard: { pods: '80' } },
  network: {
    egressTo: [{ tenant: 'payments', ports: [8080], reason: 'checkout' }],
  },
  domains: [{ host: 'shop.meridian.example', environments: ['prod'] }],
  apps: [
    {
      name: 'web',
      kind: 'service',
      description: 'Renders the shop.',
      origin: { image: 'ghcr.io/meridian/storefront-web' },
      environments: ['dev', { name: 'prod', spec: { replicas: { min: 4, max: 20, cpu: 60 } } }],
      spec: {
        port: 3000,
        resources: { cpu: '200m', memory: '384Mi' },
        route: { hosts: ['shop.meridian.example'], timeout: '10s' },
        health: { ready: '/ready', live: '/live' },
        metrics: { port: 9464 },
        env: { CATALOG_URL: 'http://catalog', NODE_ENV: 'production' },
        priority: 'high',
      },
    },
    {
      name: 'catalog',
      kind: 'service',
      description: 'Products, prices and what is in stock.',
      origin: { image: 'ghcr.io/meridian/catalog' },
      spec: {
        resources: { cpu: '100m', memory: '256Mi' },
        metrics: { port: 9090 },
        env: { CACHE_SECONDS: '30' },
      },
    },
  ],
});
