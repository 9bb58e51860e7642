import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'fulfilment-and-returns-of-the-eu',
  parent: 'commerce',
  access: { admin: { groups: ['admins@meridian.example'] } },
  environments: ['a-long-environment-name-in-europe'],
});
