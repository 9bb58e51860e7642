import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  repositories: ['https://github.com/meridian/*', 'https://bot:hunter2@github.com/meridian/tracking.git'],
});
