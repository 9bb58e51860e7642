import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'parcels',
  parent: 'commerce',
  access: { admin: { groups: ['admins@meridian.example'] } },
  domains: [{ host: 'shop.meridian.example' }],
});
