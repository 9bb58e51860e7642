import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'a-b',
  parent: 'commerce',
  access: { admin: { groups: ['admins@meridian.example'] } },
  costCentre: 'CC-1',
  environments: ['c'],
});
