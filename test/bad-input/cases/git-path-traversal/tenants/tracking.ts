import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  apps: [
    {
      name: 'maps',
      origin: { git: { repository: 'https://github.com/meridian/maps.git', path: '../secrets', revision: 'main' } },
    },
  ],
});
