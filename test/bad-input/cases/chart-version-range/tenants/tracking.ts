import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  apps: [
    {
      name: 'maps',
      origin: { chart: { repository: 'https://charts.meridian.example', chart: 'maps', version: '^1.2.0' } },
    },
  ],
});
