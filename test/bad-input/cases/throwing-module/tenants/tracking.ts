import { defineTenant } from 'keelson';

const groups: Record<string, string[]> = {};

export default defineTenant({
  name: 'tracking',
  access: { admin: { groups: [groups['admin']!.join('-')] } },
});
