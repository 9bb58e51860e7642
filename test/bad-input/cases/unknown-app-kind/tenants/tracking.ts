import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  access: { admin: { groups: ['admins@meridian.example'] } },
  apps: [{ name: 'ingest', kind: 'servise', origin: { image: 'ghcr.io/meridian/ingest' } }],
});
