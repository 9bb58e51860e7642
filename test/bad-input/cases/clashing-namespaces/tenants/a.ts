import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'a',
  parent: 'commerce',
  access: { admin: { groups: ['admins@meridian.example'] } },
  costCentre: 'CC-1',
  environments: ['b-c'],
});
