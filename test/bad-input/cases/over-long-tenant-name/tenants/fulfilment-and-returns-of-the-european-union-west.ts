import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'fulfilment-and-returns-of-the-european-union-west',
  parent: 'commerce',
  access: { admin: { groups: ['admins@meridian.example'] } },

});
