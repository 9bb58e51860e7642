import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  access: { admin: { groups: ['admins@meridian.example'] } },
  apps: ['ingest', 'maps', 'search', 'alerts'].map((name) => ({
    name,
    kind: 'service',
    origin: { image: `ghcr.io/meridian/${name}@sha256:${'0'.repeat(64)}` },
  })),
});
