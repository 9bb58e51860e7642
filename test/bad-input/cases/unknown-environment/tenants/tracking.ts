import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  access: { admin: { groups: ['admins@meridian.example'] } },
  environments: ['dev', 'prd'],
});
