import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  quota: { hard: { 'requests.cpu': 'four', 'requests.memory': 8 as never } },
});
