import { defineTenant } from 'keelson';

const tracking = defineTenant({ name: 'tracking', parent: 'commerce' });

export const name = tracking.value.name;
