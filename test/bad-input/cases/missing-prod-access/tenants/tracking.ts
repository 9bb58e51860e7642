import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  environments: ['prod'],
  access: { admin: { groups: ['tracking-admin'] } },
});
