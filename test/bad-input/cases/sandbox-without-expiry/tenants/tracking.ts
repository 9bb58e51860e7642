import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  type: 'sandbox',
  parent: 'commerce',
  access: { admin: { groups: ['tracking'] } },
  environments: ['sandbox'],
});
