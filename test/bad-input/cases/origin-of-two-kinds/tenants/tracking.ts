import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  apps: [
    {
      name: 'maps',
      origin: {
        image: 'ghcr.io/meridian/maps',
        chart: { repository: 'https://charts.meridian.example', chart: 'maps', version: '1.2.3' },
      },
    } as never,
  ],
});
