import { defineTenant } from 'keelson';
import { admin } from './tracking/groups.ts';

export default defineTenant({ name: 'tracking', access: { admin: { groups: admin } } });
