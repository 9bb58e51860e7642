import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'kube-system',
  parent: 'commerce',
  access: { admin: { groups: ['admins@meridian.example'] } },

});
