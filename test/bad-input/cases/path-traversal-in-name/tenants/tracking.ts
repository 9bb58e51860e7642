import { defineTenant } from 'keelson';

export default defineTenant({ name: '../../etc/tracking', parent: 'commerce' });
