import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  access: { admin: { groups: ['admins@meridian.example'] } },
  apps: [
    {
      name: 'ingestion-of-parcel-positions-from-the-carriers-of-europe',
      kind: 'service',
      origin: { image: 'ghcr.io/meridian/ingest' },
    },
  ],
});
