import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'cert',
  parent: 'commerce',
  access: { admin: { groups: ['admins@meridian.example'] } },
  environments: ['dev'],
});
