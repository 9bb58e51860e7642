import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  apps: [{ name: 'delivery', kind: 'service', origin: { image: 'ghcr.io/meridian/tracking' } }],
});
